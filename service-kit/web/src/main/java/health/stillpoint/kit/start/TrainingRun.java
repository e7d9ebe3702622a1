package health.stillpoint.kit.start;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;

/**
 * In the profile {@code training} the program ends a moment after its start, so that Java can keep what it loaded
 * (docs/adr/0009). The moment lets pools, consumers and jobs take their first steps, which fail: nothing is there.
 */
@ApplicationScoped
class TrainingRun {

    private static final String PROFILE = "training";
    private static final Duration FIRST_STEPS = Duration.ofSeconds(5);

    void begin(@Observes StartupEvent starting) {
        if (asked(ConfigUtils.getProfiles())) {
            Thread.ofVirtual().name("end-of-training").start(TrainingRun::end);
        }
    }

    /** Production never ends by itself, whatever else is asked. */
    static boolean asked(List<String> profiles) {
        return profiles.equals(List.of(PROFILE));
    }

    private static void end() {
        try {
            Thread.sleep(FIRST_STEPS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        Quarkus.asyncExit(0);
    }
}
