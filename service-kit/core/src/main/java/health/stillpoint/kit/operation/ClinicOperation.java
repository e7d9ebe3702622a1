package health.stillpoint.kit.operation;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a resource method that touches a clinic's data.
 *
 * <p>The method runs in one transaction that sees the caller's clinic alone. Its changes, its audit row, its events and
 * its idempotent answer commit together, and only then does the answer leave. A refusal rolls all of that back and is
 * audited by itself. What cannot be audited is not answered (503).
 */
@Inherited
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface ClinicOperation {

    /** What is done, for the audit trail: {@code <feature>.<verb>}. */
    @Nonbinding
    String action() default "";

    /** Kind of record it is done to, for the audit trail. */
    @Nonbinding
    String entity() default "";

    /** Whether {@code Idempotency-Key} is required; it is never looked at on GET and HEAD. */
    @Nonbinding
    Idempotency idempotency() default Idempotency.ACCEPTED;

    /** True when nothing is changed: Hibernate then neither tracks nor flushes. GET and HEAD are read only by themselves. */
    @Nonbinding
    boolean readOnly() default false;
}
