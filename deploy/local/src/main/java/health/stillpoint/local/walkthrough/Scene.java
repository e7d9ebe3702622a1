package health.stillpoint.local.walkthrough;

import health.stillpoint.local.parts.DemoRealm;
import java.util.UUID;

/**
 * Everything a step needs: who can be asked to act, what time it is, whom to tell, and about whom it is.
 *
 * @param clinic name of the demonstration clinic
 */
record Scene(ApiClient api, String clinic, ClinicTime time, Reporter report, SyntheticPatient person, Chart chart) {

    static Scene of(ApiClient api, String clinic, Reporter report, SyntheticPatient person) {
        return new Scene(api, clinic, new ClinicTime(api.as("clinic-admin@" + clinic), report), report, person, new Chart());
    }

    ApiClient.SignedIn prescriber() {
        return api.as(login("prescriber"));
    }

    ApiClient.SignedIn therapist() {
        return api.as(login("therapist"));
    }

    ApiClient.SignedIn monitor() {
        return api.as(login("monitor"));
    }

    /** The patient's own login: the embedded issuer knows every one, a Keycloak those its operator made. */
    ApiClient.SignedIn patient() {
        return api.as(login("patient." + chart.patientId));
    }

    /** The subject of a login's tokens, by which the staff know each other. */
    UUID idOf(String role) {
        return DemoRealm.subject(login(role));
    }

    private String login(String name) {
        return name + "@" + clinic;
    }

    String patientPath(String rest) {
        return "/api/v1/patients/" + chart.patientId + rest;
    }

    static String sessionPath(UUID session, String rest) {
        return "/api/v1/sessions/" + session + rest;
    }
}
