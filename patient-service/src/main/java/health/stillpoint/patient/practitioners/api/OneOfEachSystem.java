package health.stillpoint.patient.practitioners.api;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Objects;

/** Nobody has two numbers of one system; null passes. */
@Constraint(validatedBy = OneOfEachSystem.Validator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface OneOfEachSystem {

    String message() default "must hold at most one identifier of each system";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Counts the systems. */
    class Validator implements ConstraintValidator<OneOfEachSystem, List<PractitionerIdentifierBody>> {

        @Override
        public boolean isValid(List<PractitionerIdentifierBody> identifiers, ConstraintValidatorContext context) {
            return identifiers == null
                    || identifiers.stream().filter(Objects::nonNull).map(PractitionerIdentifierBody::system).distinct().count()
                            == identifiers.stream().filter(Objects::nonNull).count();
        }
    }
}
