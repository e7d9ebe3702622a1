package health.stillpoint.patient;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** The names a clinic may choose from for a limit that is a set of names; as {@link Bounds}. */
@Target(METHOD)
@Retention(RUNTIME)
public @interface Among {

    /** All that may be chosen. */
    String[] value();
}
