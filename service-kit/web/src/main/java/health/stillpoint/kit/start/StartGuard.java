package health.stillpoint.kit.start;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;

/** Refuses to start with what must never meet a real clinic, and names every reason at once. */
@ApplicationScoped
class StartGuard {

    private static final int FIRST = 1;
    private static final String PRODUCTION = "prod";
    private static final String BENCHMARK = "bench";

    /** A database's password is made by a machine; one this short was typed, and the demonstration's is known to everybody. */
    private static final int SHORTEST_PASSWORD = 16;

    private static final List<String> PASSWORDS = List.of(
            "quarkus.datasource.password", "stillpoint.database.migration.password", "stillpoint.database.relay.password");

    private final Config config;

    StartGuard(Config config) {
        this.config = config;
    }

    void check(@Observes @Priority(FIRST) StartupEvent starting) {
        List<String> refusals = refusals(ConfigUtils.getProfiles(), name -> config.getOptionalValue(name, String.class));
        if (!refusals.isEmpty()) {
            throw new ConfigurationException("Refusing to start: " + String.join("; ", refusals));
        }
    }

    /** Why a program with these settings must not start; empty when it may. Never holds the value of a setting. */
    static List<String> refusals(List<String> profiles, Function<String, Optional<String>> setting) {
        List<String> refusals = new ArrayList<>();
        if (setting.apply("stillpoint.bench.without").isPresent() && !profiles.contains(BENCHMARK)) {
            refusals.add("stillpoint.bench.without is allowed in the profile \"bench\" alone");
        }
        if (trustsEveryProxy(setting)) {
            refusals.add("quarkus.http.proxy.trusted-proxies must name whose X-Forwarded-For is believed: without it everybody's is");
        }
        if (profiles.contains(PRODUCTION)) {
            refusals.addAll(inProduction(setting));
        }
        return refusals;
    }

    private static List<String> inProduction(Function<String, Optional<String>> setting) {
        List<String> refusals = new ArrayList<>();
        if (setting.apply("stillpoint.sandbox.clinics").isPresent()) {
            refusals.add("stillpoint.sandbox.clinics must be empty in production: real clinics live in real time");
        }
        if (!setting.apply("quarkus.oidc.auth-server-url").orElse("").startsWith("https://")) {
            refusals.add("quarkus.oidc.auth-server-url must be the https address of the clinics' own issuer");
        }
        if (checksNoCertificates(setting)) {
            refusals.add("quarkus.oidc.tls.verification and quarkus.tls.trust-all must leave certificates checked");
        }
        if (setting.apply("quarkus.datasource.jdbc.url").isPresent()) {
            PASSWORDS.stream()
                    .filter(name -> setting.apply(name).orElse("").length() < SHORTEST_PASSWORD)
                    .map(name -> name + " must be set, to " + SHORTEST_PASSWORD + " characters or more")
                    .forEach(refusals::add);
        }
        return refusals;
    }

    private static boolean trustsEveryProxy(Function<String, Optional<String>> setting) {
        return setting.apply("quarkus.http.proxy.proxy-address-forwarding").filter(Boolean::parseBoolean).isPresent()
                && setting.apply("quarkus.http.proxy.trusted-proxies").filter(proxies -> !proxies.isBlank()).isEmpty();
    }

    private static boolean checksNoCertificates(Function<String, Optional<String>> setting) {
        return setting.apply("quarkus.oidc.tls.verification").filter(how -> !how.equalsIgnoreCase("required")).isPresent()
                || setting.apply("quarkus.tls.trust-all").filter(Boolean::parseBoolean).isPresent();
    }
}
