package health.stillpoint.patient;

/** Roles of the access token that this service knows (architecture.md section 7). */
public final class Roles {

    public static final String CLINIC_ADMIN = "clinic-admin";
    public static final String PRESCRIBER = "prescriber";
    public static final String THERAPIST = "therapist";
    public static final String MONITOR = "monitor";
    /** A patient: sees the own record and nothing else. */
    public static final String PATIENT = "patient";

    /** Another clinic's program: refers people in and follows its own referrals. */
    public static final String PARTNER = "partner";

    private Roles() { }
}
