package health.stillpoint.kit.start;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * In the profile {@code training} the program ends a moment after its start, so that Java can keep what it loaded
 * (docs/adr/0009). The moment lets pools, consumers and jobs take their first steps, which fail: nothing is there. What a
 * start loads once they succeed stands in a list, and is loaded by its name.
 */
@ApplicationScoped
class TrainingRun {

    private static final Logger LOG = Logger.getLogger(TrainingRun.class);
    private static final String PROFILE = "training";
    private static final Duration FIRST_STEPS = Duration.ofSeconds(5);
    private static final String LIST = "classes-of-a-start.txt";

    void begin(@Observes StartupEvent starting) {
        if (asked(ConfigUtils.getProfiles())) {
            Thread.ofVirtual().name("end-of-training").start(TrainingRun::end);
        }
    }

    /** Production never ends by itself, whatever else is asked. */
    static boolean asked(List<String> profiles) {
        return profiles.equals(List.of(PROFILE));
    }

    /** Names of libraries' classes; a service has not each of them. */
    static List<String> classesOfAStart() {
        try (InputStream list = TrainingRun.class.getResourceAsStream(LIST)) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#")).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Loads and initializes the classes that are there, and counts them; a class that fails is none that a start needs. */
    static int load(List<String> names) {
        int loaded = 0;
        for (String name : names) {
            try {
                Class.forName(name, true, Thread.currentThread().getContextClassLoader());
                loaded++;
            } catch (ClassNotFoundException | LinkageError absent) {
                LOG.debugf("%s is not loaded: %s", name, absent);
            }
        }
        return loaded;
    }

    private static void end() {
        load(classesOfAStart());
        try {
            Thread.sleep(FIRST_STEPS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        Quarkus.asyncExit(0);
    }
}
