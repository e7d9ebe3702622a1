package health.stillpoint.session;

/** Roles of the access token that this service knows. */
public final class Roles {

    public static final String CLINIC_ADMIN = "clinic-admin";
    public static final String PRESCRIBER = "prescriber";
    public static final String THERAPIST = "therapist";
    public static final String MONITOR = "monitor";

    private Roles() {
    }
}
