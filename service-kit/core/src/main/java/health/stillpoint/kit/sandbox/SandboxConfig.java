package health.stillpoint.kit.sandbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The clinics whose clock may be moved: {@code stillpoint.sandbox.clinics}, identifiers separated by commas; none by default. */
@ApplicationScoped
public class SandboxConfig {

    private final Set<UUID> clinics;

    SandboxConfig(@ConfigProperty(name = "stillpoint.sandbox.clinics") Optional<Set<UUID>> clinics) {
        this.clinics = Set.copyOf(clinics.orElse(Set.of()));
    }

    /** Every sandbox clinic. */
    public Set<UUID> clinics() {
        return clinics;
    }

    /** True when this clinic's clock may be moved. */
    public boolean isSandbox(UUID clinicId) {
        return clinics.contains(clinicId);
    }
}
