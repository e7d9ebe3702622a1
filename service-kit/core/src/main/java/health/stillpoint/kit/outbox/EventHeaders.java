package health.stillpoint.kit.outbox;

/** Names of the record headers: CloudEvents 1.0 in Kafka's binary mode, with the extensions of this house. */
public final class EventHeaders {

    public static final String SPEC_VERSION = "ce_specversion";
    public static final String ID = "ce_id";
    public static final String SOURCE = "ce_source";
    public static final String TYPE = "ce_type";
    public static final String SUBJECT = "ce_subject";

    /** Clinic time at which it happened. */
    public static final String TIME = "ce_time";

    /** Real time at which it was stored. */
    public static final String RECORDED = "ce_recordedtime";

    /** The clinic it belongs to; absent only on heartbeats. */
    public static final String CLINIC = "ce_clinicid";

    /** W3C trace context of the operation that caused it. */
    public static final String TRACE = "ce_traceparent";

    public static final String CONTENT_TYPE = "content-type";

    private EventHeaders() {}
}
