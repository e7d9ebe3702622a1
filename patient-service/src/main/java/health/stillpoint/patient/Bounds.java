package health.stillpoint.patient;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Between which values a clinic may set a limit: numbers, or durations as in {@code P30D}; both ends are allowed.
 * {@link ClinicLimits} looks at it when it starts. A constraint of Bean Validation in its place would make Quarkus build a
 * validator for every setting there is, its own too, at each start (docs/adr/0009).
 */
@Target(METHOD)
@Retention(RUNTIME)
public @interface Bounds {

    /** The lower end. */
    String least();

    /** The upper end. */
    String most();
}
