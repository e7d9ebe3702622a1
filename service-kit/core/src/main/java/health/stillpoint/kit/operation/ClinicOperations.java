package health.stillpoint.kit.operation;

import health.stillpoint.kit.audit.AuditDraft;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Supplier;

/** Runs work for a clinic that no request asked for: a received event or a job. */
@ApplicationScoped
public class ClinicOperations {

    /**
     * Runs the body in one transaction that sees this clinic alone, then audits it and commits.
     *
     * @param clinicId the clinic
     * @param actor who is doing it, for the audit trail: the name of the consumer or job
     * @param action what is done, for the audit trail
     * @param body the work; when it throws, everything is rolled back
     */
    public <T> T inClinic(UUID clinicId, String actor, String action, Supplier<T> body) {
        try {
            return new Operation(clinicId, new AuditDraft(action, "", null)).run(body::get);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
