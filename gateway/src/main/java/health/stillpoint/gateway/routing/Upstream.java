package health.stillpoint.gateway.routing;

/** A service behind the gateway. */
public enum Upstream {

    PATIENT("patient-service", "Patient"),
    SESSION("session-service", "Session"),
    OUTCOME("outcome-service", "Outcome");

    private final String serviceName;
    private final String schemaPrefix;

    Upstream(String serviceName, String schemaPrefix) {
        this.serviceName = serviceName;
        this.schemaPrefix = schemaPrefix;
    }

    /** Its name in paths, logs and metrics. */
    public String serviceName() {
        return serviceName;
    }

    /** What comes before a schema of this service whose name another service uses for something else. */
    public String schemaPrefix() {
        return schemaPrefix;
    }
}
