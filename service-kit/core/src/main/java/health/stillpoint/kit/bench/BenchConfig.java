package health.stillpoint.kit.bench;

import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Leaves parts of an operation out, so that the benchmark can print what each of them costs.
 *
 * <p>{@code stillpoint.bench.without} is honored in the profile {@code bench} alone; with any other profile the program does
 * not start.
 */
@ApplicationScoped
public class BenchConfig {

    /** The profile in which parts can be left out. */
    public static final String PROFILE = "bench";

    private final Set<Part> without;

    BenchConfig(@ConfigProperty(name = "stillpoint.bench.without") Optional<List<String>> names) {
        Set<Part> left = EnumSet.noneOf(Part.class);
        names.orElse(List.of()).forEach(name -> left.add(Part.named(name)));
        this.without = ConfigUtils.getProfiles().contains(PROFILE) ? left : EnumSet.noneOf(Part.class);
    }

    /** True unless the part is left out. */
    public boolean with(Part part) {
        return !without.contains(part);
    }

    /** What can be left out. */
    public enum Part {
        TOKEN_CHECK, ROW_LEVEL_SECURITY, AUDIT, OUTBOX, IDEMPOTENCY;

        static Part named(String name) {
            return valueOf(name.trim().toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
