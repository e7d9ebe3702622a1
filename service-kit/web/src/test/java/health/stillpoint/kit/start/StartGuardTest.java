package health.stillpoint.kit.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartGuardTest {

    private static final String ISSUER = "quarkus.oidc.auth-server-url";
    private static final String LONG_ENOUGH = "0123456789abcdef";

    @Test
    void startsAsKubernetesStartsIt() {
        assertThat(refusals("prod", aClinic())).isEmpty();
        assertThat(refusals("prod", Map.of(ISSUER, "https://login.example.org/realms/stillpoint"))).isEmpty();
    }

    @Test
    void doesNotStartInProductionWithAMovableClock() {
        assertThat(refusals("prod", aClinicBut("stillpoint.sandbox.clinics", "0197a000-0000-7000-8000-00000000000a")))
                .singleElement().asString().contains("stillpoint.sandbox.clinics");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8090/stillpoint", "http://keycloak:8080/realms/stillpoint", ""})
    void doesNotStartInProductionWithAnIssuerThatSpeaksNoTls(String issuer) {
        assertThat(refusals("prod", aClinicBut(ISSUER, issuer))).singleElement().asString().contains(ISSUER);
    }

    @ParameterizedTest
    @CsvSource({"quarkus.oidc.tls.verification, none", "quarkus.oidc.tls.verification, certificate-validation", "quarkus.tls.trust-all, true"})
    void doesNotStartInProductionWithoutLookingAtCertificates(String setting, String value) {
        assertThat(refusals("prod", aClinicBut(setting, value))).singleElement().asString().contains("certificates");
    }

    @ParameterizedTest
    @ValueSource(strings = {"quarkus.datasource.password", "stillpoint.database.migration.password", "stillpoint.database.relay.password"})
    void doesNotStartInProductionWithAMissingOrTypedPassword(String password) {
        Map<String, String> without = aClinic();
        without.remove(password);

        assertThat(refusals("prod", without)).singleElement().asString().contains(password);
        assertThat(refusals("prod", aClinicBut(password, "stillpoint-demo"))).singleElement().asString()
                .contains(password).doesNotContain("stillpoint-demo");
        assertThat(refusals("prod", aClinicBut(password, LONG_ENOUGH.substring(1)))).hasSize(1);
        assertThat(refusals("prod", aClinicBut(password, LONG_ENOUGH))).isEmpty();
    }

    @Test
    void namesEveryReasonAtOnce() {
        assertThat(refusals("prod", Map.of(
                "stillpoint.sandbox.clinics", "0197a000-0000-7000-8000-00000000000a",
                "quarkus.datasource.jdbc.url", "jdbc:postgresql://postgres/patient"))).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "sandbox", "test"})
    void leavesADemonstrationAlone(String profile) {
        assertThat(refusals(profile, Map.of(
                "stillpoint.sandbox.clinics", "0197a000-0000-7000-8000-00000000000a",
                ISSUER, "http://localhost:8090/stillpoint",
                "quarkus.datasource.jdbc.url", "jdbc:postgresql://localhost/patient"))).isEmpty();
    }

    @Test
    void leavesNothingOutOutsideABenchmark() {
        assertThat(refusals("local", Map.of("stillpoint.bench.without", "audit"))).hasSize(1);
        assertThat(refusals("prod", aClinicBut("stillpoint.bench.without", "audit"))).hasSize(1);
        assertThat(refusals("bench", Map.of("stillpoint.bench.without", "audit"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "sandbox", "prod"})
    void takesNotEverybodysWordForTheCallersAddress(String profile) {
        String forwarding = "quarkus.http.proxy.proxy-address-forwarding";
        Map<String, String> named = aClinicBut(forwarding, "true");
        named.put("quarkus.http.proxy.trusted-proxies", "10.0.0.0/8");

        assertThat(refusals(profile, aClinicBut(forwarding, "true"))).singleElement().asString().contains("trusted-proxies");
        assertThat(refusals(profile, aClinicBut(forwarding, "false"))).isEmpty();
        assertThat(refusals(profile, named)).isEmpty();
    }

    private static List<String> refusals(String profile, Map<String, String> settings) {
        return StartGuard.refusals(List.of(profile), name -> Optional.ofNullable(settings.get(name)));
    }

    private static Map<String, String> aClinic() {
        return new HashMap<>(Map.of(
                ISSUER, "https://login.example.org/realms/stillpoint",
                "quarkus.datasource.jdbc.url", "jdbc:postgresql://postgres/patient",
                "quarkus.datasource.password", LONG_ENOUGH,
                "stillpoint.database.migration.password", LONG_ENOUGH,
                "stillpoint.database.relay.password", LONG_ENOUGH));
    }

    private static Map<String, String> aClinicBut(String setting, String value) {
        Map<String, String> settings = aClinic();
        settings.put(setting, value);
        return settings;
    }
}
