package health.stillpoint.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTableTest {

    private static final String ID = "0197a000-0000-7000-8000-000000000001";

    @ParameterizedTest(name = "{0} belongs to {1}")
    @CsvSource({
        "/api/v1/patients, PATIENT", "/api/v1/patients/1, PATIENT", "/api/v1/patients/1/intakes/2/sign, PATIENT",
        "/api/v1/patients/1/care-team, PATIENT", "/api/v1/referrals, PATIENT",
        "/api/v1/referrals/1/register, PATIENT", "/api/v1/practitioners/1/end, PATIENT", "/api/v1/clinic, PATIENT",
        "/api/v1/patients/1/trajectory, OUTCOME", "/api/v1/patients/1/trajectory.svg, OUTCOME",
        "/api/v1/patients/1/outcome, OUTCOME",
        "/api/v1/courses/1/dose-orders, SESSION", "/api/v1/sessions/1/vital-signs, SESSION",
        "/api/v1/sessions/1/stream, SESSION", "/api/v1/availability, SESSION", "/api/v1/integration-tasks, SESSION",
        "/api/v1/holds/1/clear, SESSION", "/api/v1/ledger/balance, SESSION",
        "/api/v1/instruments/GAD7/score, OUTCOME", "/api/v1/assessments/1/responses, OUTCOME",
        "/api/v1/responses/1, OUTCOME", "/api/v1/safety-alerts/1/acknowledge, OUTCOME",
        "/api/v1/cohorts/query, OUTCOME", "/api/v1/exports/1, OUTCOME",
        "/api/v1/patient-service/audit-events, PATIENT", "/api/v1/session-service/audit-events/verification, SESSION"})
    void knowsTheOwnerOfEveryPath(String path, Upstream owner) {
        assertThat(RouteTable.match(path).orElseThrow().upstream()).contains(owner);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/patients/1/journey", "/api/v1/sandbox/clock", "/openapi.json", "/openapi.yaml",
        "/docs", "/docs/swagger-ui.css", "/"})
    void keepsTheGatewaysOwn(String path) {
        assertThat(RouteTable.match(path).orElseThrow().upstream()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api", "/api/v1", "/api/v1/audit-events", "/api/v1/patient-service",
        "/api/v1/patient-service/patients", "/api/v1/patientsx", "/api/v1/clinics", "/api/v1/clinic/1", "/api/v2/patients", "/q/metrics", "/docsx"})
    void knowsNoOther(String path) {
        assertThat(RouteTable.match(path)).isEmpty();
    }

    @Test
    void tellsTheTrailsApartOutsideAndFindsThemInside() {
        Route trail = RouteTable.match("/api/v1/outcome-service/audit-events/verification").orElseThrow();

        assertThat(trail.inside("/api/v1/outcome-service/audit-events/verification?limit=2"))
                .isEqualTo("/api/v1/audit-events/verification?limit=2");
        assertThat(RouteTable.outside(Upstream.OUTCOME, "/api/v1/audit-events"))
                .contains("/api/v1/outcome-service/audit-events");
    }

    @Test
    void showsOnlyReachablePathsOfAServicesDocument() {
        assertThat(RouteTable.outside(Upstream.PATIENT, "/api/v1/patients/{id}/consents/{consentId}"))
                .contains("/api/v1/patients/{id}/consents/{consentId}");
        assertThat(RouteTable.outside(Upstream.OUTCOME, "/api/v1/patients/{id}/trajectory.svg"))
                .contains("/api/v1/patients/{id}/trajectory.svg");
        assertThat(RouteTable.outside(Upstream.PATIENT, "/api/v1/patients/{id}/trajectory")).isEmpty();
        assertThat(RouteTable.outside(Upstream.PATIENT, "/api/v1/sandbox/clock")).isEmpty();
        assertThat(RouteTable.outside(Upstream.SESSION, "/q/re-announce")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a/../b", "/a/./b", "/..", "/a//b", "//a", "/a;x=1", "/a%2fb", "/a%2Fb", "/%2e%2e/a",
        "/a%5cb", "/a\\b", "/a%00", "/a%", "/a%2", "/a%zz", "/a b", "/a\u00e4", "a", "", "/a%25b", "/a%0d%0a"})
    void doesNotReadAmbiguousPaths(String path) {
        assertThat(RequestPath.isPlain(path)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/a", "/a/", "/a/b.svg", "/a/..b", "/api/v1/patients/" + ID, "/a%20b", "/a:b@c", "/a/b..c"})
    void readsPlainPaths(String path) {
        assertThat(RequestPath.isPlain(path)).isTrue();
    }
}
