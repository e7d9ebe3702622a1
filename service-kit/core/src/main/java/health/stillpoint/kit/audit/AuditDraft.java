package health.stillpoint.kit.audit;

import java.util.UUID;

/** What an audit row will say about one operation; filled while the operation runs. Identifiers and names, no values. */
public final class AuditDraft {

    private final String action;
    private String entityType;
    private UUID entityId;
    private UUID aboutId;
    private String fields = "";

    /** Begins a row for an action on a kind of record. */
    public AuditDraft(String action, String entityType, UUID entityId) {
        this.action = action;
        this.entityType = entityType;
        this.entityId = entityId;
    }

    void about(UUID id) {
        this.aboutId = id;
    }

    void entity(String type, UUID id) {
        this.entityType = type;
        this.entityId = id;
    }

    void fields(String... names) {
        this.fields = String.join(",", names);
    }

    public String action() {
        return action;
    }

    public String entityType() {
        return entityType;
    }

    public UUID entityId() {
        return entityId;
    }

    public UUID aboutId() {
        return aboutId;
    }

    /** Names joined by commas. */
    public String fieldNames() {
        return fields;
    }
}
