package health.stillpoint.outcome;

/** The roles of the access token that this service knows. */
public final class Roles {

    public static final String CLINIC_ADMIN = "clinic-admin";
    public static final String PRESCRIBER = "prescriber";
    public static final String THERAPIST = "therapist";
    public static final String MONITOR = "monitor";
    public static final String PATIENT = "patient";
    public static final String ANALYST = "analyst";
    public static final String AUDITOR = "auditor";
    public static final String PARTNER = "partner";

    private Roles() {}
}
