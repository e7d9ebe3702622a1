package health.stillpoint.local;

/** Every TCP port the stack listens on, with the environment variable that moves it. */
public enum StackPort {
    /** The public API. */
    GATEWAY("gateway", 8080),
    /** Health and metrics of the gateway. */
    GATEWAY_MANAGEMENT("gateway management", 9080),
    /** The patient service behind the gateway. */
    PATIENT("patient-service", 8081),
    /** Health and metrics of the patient service. */
    PATIENT_MANAGEMENT("patient-service management", 9081),
    /** The session service behind the gateway. */
    SESSION("session-service", 8082),
    /** Health and metrics of the session service. */
    SESSION_MANAGEMENT("session-service management", 9082),
    /** The outcome service behind the gateway. */
    OUTCOME("outcome-service", 8083),
    /** Health and metrics of the outcome service. */
    OUTCOME_MANAGEMENT("outcome-service management", 9083),
    /** The OpenID Connect issuer. */
    ISSUER("issuer", 8090),
    /** PostgreSQL. */
    POSTGRES("postgres", 15432),
    /** The Kafka broker. */
    KAFKA("kafka", 19092),
    /** The Kafka broker's controller. */
    KAFKA_CONTROLLER("kafka controller", 19093);

    private final String label;
    private final int usual;

    StackPort(String label, int usual) {
        this.label = label;
        this.usual = usual;
    }

    /** Who listens there. */
    public String label() {
        return label;
    }

    /** The port when nothing moves it. */
    public int usual() {
        return usual;
    }

    /** The environment variable that sets it, for example {@code STILLPOINT_GATEWAY_PORT}. */
    public String variable() {
        return "STILLPOINT_" + name() + "_PORT";
    }
}
