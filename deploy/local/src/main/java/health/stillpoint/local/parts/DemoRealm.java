package health.stillpoint.local.parts;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The two demonstration clinics and who can sign in to them. Nobody is stored: a login is {@code <role>@<clinic>},
 * with a second person of a role as {@code <role>2@<clinic>}, or {@code patient.<patient id>@<clinic>}.
 */
public final class DemoRealm {

    /** The roles of the backend, as tokens spell them. */
    public static final List<String> ROLES = List.of(
            "clinic-admin", "prescriber", "therapist", "monitor", "patient", "analyst", "auditor", "partner");

    /** Clinic ids by clinic name. */
    public static final Map<String, UUID> CLINICS = Map.copyOf(new TreeMap<>(Map.of(
            "harbor", UUID.fromString("0197a000-0000-7000-8000-00000000000a"),
            "meadow", UUID.fromString("0197a000-0000-7000-8000-00000000000b"))));

    /** The password every demo login has; the issuer listens on the loopback interface only. */
    public static final String PASSWORD = "stillpoint-demo";

    private static final Set<String> STAFF =
            Set.of("clinic-admin", "prescriber", "therapist", "monitor", "analyst", "auditor");
    private static final Pattern STAFF_LOGIN = Pattern.compile("([a-z-]+)2?@([a-z]+)");
    private static final Pattern PATIENT_LOGIN = Pattern.compile(
            "patient\\.([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})@([a-z]+)");

    private DemoRealm() {}

    /** Id of a demo clinic by its name, or the id itself when given as a UUID. */
    public static UUID clinicId(String clinic) {
        UUID known = CLINICS.get(clinic);
        return known == null ? UUID.fromString(clinic) : known;
    }

    /** The subject a login name always has. */
    public static UUID subject(String username) {
        return UUID.nameUUIDFromBytes(username.getBytes(StandardCharsets.UTF_8));
    }

    /** The person behind a login name, or nothing when there is none. */
    public static Optional<Person> person(String username) {
        Matcher patient = PATIENT_LOGIN.matcher(username);
        if (patient.matches()) {
            return inClinic(patient.group(2), username, "patient", Optional.of(UUID.fromString(patient.group(1))));
        }
        Matcher staff = STAFF_LOGIN.matcher(username);
        return staff.matches() && STAFF.contains(staff.group(1))
                ? inClinic(staff.group(2), username, staff.group(1), Optional.empty())
                : Optional.empty();
    }

    private static Optional<Person> inClinic(String clinic, String username, String role, Optional<UUID> patientId) {
        return Optional.ofNullable(CLINICS.get(clinic))
                .map(clinicId -> new Person(username, subject(username), clinicId, List.of(role), patientId));
    }

    /**
     * Someone who can sign in.
     *
     * @param patientId the record that is their own, for a patient
     */
    public record Person(
            String username, UUID subject, UUID clinicId, List<String> roles, Optional<UUID> patientId) {}
}
