package health.stillpoint.patient.patients.api;

import health.stillpoint.patient.patients.domain.Identifier;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The system of a number somebody else gave: the clinic gives its own numbers itself; null passes. */
@Constraint(validatedBy = NotGivenByTheClinic.Validator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface NotGivenByTheClinic {

    String message() default "is the clinic's own, which gives its numbers itself";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The scheme and the namespace of a URN are the same in any case (RFC 8141). */
    class Validator implements ConstraintValidator<NotGivenByTheClinic, String> {

        @Override
        public boolean isValid(String system, ConstraintValidatorContext context) {
            return !Identifier.MEDICAL_RECORD_NUMBER.equalsIgnoreCase(system);
        }
    }
}
