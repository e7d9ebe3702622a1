package health.stillpoint.kit.audit;

import health.stillpoint.kit.operation.Operation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** What the running operation adds to its audit row: identifiers and names of fields, never values. */
@ApplicationScoped
public class AuditDetail {

    /** The person whose data is touched. */
    public AuditDetail subject(UUID aboutId) {
        Operation.current().audit().about(aboutId);
        return this;
    }

    /** The record that is touched, when it is not the one the annotation and the path name. */
    public AuditDetail entity(String type, UUID id) {
        Operation.current().audit().entity(type, id);
        return this;
    }

    /** Names of the fields that were changed or shown. */
    public AuditDetail fields(String... names) {
        Operation.current().audit().fields(names);
        return this;
    }
}
