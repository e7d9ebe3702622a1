package health.stillpoint.kit.sandbox;

import health.stillpoint.kit.bench.BenchConfig;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses to start with what must never meet a real clinic. */
@ApplicationScoped
class StartGuard {

    private static final int FIRST = 1;

    private final SandboxConfig sandbox;
    private final Optional<List<String>> benchWithout;

    StartGuard(SandboxConfig sandbox, @ConfigProperty(name = "stillpoint.bench.without") Optional<List<String>> benchWithout) {
        this.sandbox = sandbox;
        this.benchWithout = benchWithout;
    }

    void check(@Observes @Priority(FIRST) StartupEvent starting) {
        refusal(ConfigUtils.getProfiles(), !sandbox.clinics().isEmpty(), benchWithout.isPresent()).ifPresent(reason -> {
            throw new ConfigurationException(reason);
        });
    }

    /** Why a program with these settings must not start; empty when it may. */
    static Optional<String> refusal(List<String> profiles, boolean sandboxClinics, boolean benchSwitches) {
        if (sandboxClinics && profiles.contains("prod")) {
            return Optional.of("stillpoint.sandbox.clinics must be empty in production: real clinics live in real time");
        }
        if (benchSwitches && !profiles.contains(BenchConfig.PROFILE)) {
            return Optional.of("stillpoint.bench.without is allowed in the profile \"bench\" alone");
        }
        return Optional.empty();
    }
}
