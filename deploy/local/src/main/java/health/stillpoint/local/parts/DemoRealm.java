package health.stillpoint.local.parts;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The two demonstration clinics and who can sign in to them. Nobody is stored: a login is {@code <role>@<clinic>}, in
 * clinic harbor with a second person of some roles as {@code <role>2@harbor}, or {@code patient.<patient id>@<clinic>}.
 * A program of another organization signs in as a client.
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

    /** The client of clinic harbor's partner, the one login that is no person's. */
    public static final String PARTNER_CLIENT = "partner-harbor";

    private static final Set<String> SECOND_PERSONS = Set.of("prescriber", "therapist", "monitor");
    private static final Map<String, List<String>> LOGINS = everyLogin();
    private static final Pattern STAFF_LOGIN = Pattern.compile("([a-z-]+?)2?@([a-z]+)");
    private static final Pattern PATIENT_LOGIN = Pattern.compile(
            "patient\\.([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})@([a-z]+)");

    private DemoRealm() {}

    /** Every login by role: people's names, with {@code <patient id>} to be filled in, and the partner's client. */
    public static Map<String, List<String>> logins() {
        return LOGINS;
    }

    private static Map<String, List<String>> everyLogin() {
        Map<String, List<String>> logins = new LinkedHashMap<>();
        for (String role : ROLES) {
            logins.put(role, switch (role) {
                case "partner" -> List.of(PARTNER_CLIENT);
                case "patient" -> List.of("patient.<patient id>@harbor", "patient.<patient id>@meadow");
                default -> SECOND_PERSONS.contains(role)
                        ? List.of(role + "@harbor", role + "2@harbor", role + "@meadow")
                        : List.of(role + "@harbor", role + "@meadow");
            });
        }
        return Collections.unmodifiableMap(logins);
    }

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
        return staff.matches() && LOGINS.getOrDefault(staff.group(1), List.of()).contains(username)
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
