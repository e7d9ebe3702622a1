package health.stillpoint.system;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.local.LocalStack;
import health.stillpoint.local.Program;
import health.stillpoint.local.parts.DemoRealm;
import health.stillpoint.local.walkthrough.Reporter;
import health.stillpoint.local.walkthrough.Walkthrough;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * The path is walked while parts of the system are killed. The client does what the API asks of it, repeating a call under
 * its first key; {@link ReconciliationTest} then compares databases and topics.
 */
@Order(40)
class FaultsTest {

    private static final Duration PERSISTENCE = Duration.ofSeconds(90);
    private static final List<Program> SERVICES =
            List.of(Program.PATIENT, Program.SESSION, Program.OUTCOME, Program.GATEWAY);

    private final LocalStack stack = SystemStack.running();

    @BeforeEach
    @AfterEach
    void everythingIsReady() {
        SystemStack.awaitReady();
    }

    @Test
    void finishesThePathThoughEachProgramIsKilledInTheMiddleOfIt() {
        Kills kills = new Kills();

        Walkthrough.Made made = walkWhile(step -> {
            if (step % 3 == 0) {
                kills.next(SERVICES.get(step / 3 % SERVICES.size()));
            }
        });

        assertThat(kills.died).as("kills that bit").isGreaterThanOrEqualTo(8);
        assertThat(made.doseId()).isNotNull();
    }

    @Test
    void finishesThePathThoughTheBrokerRestarts() {
        walkWhile(step -> {
            if (step == 11 || step == 24) {
                stack.kafka().restart();
            }
        });
    }

    @Test
    void finishesThePathThoughTheDatabaseIsKilled() {
        walkWhile(step -> {
            if (step == 9 || step == 23) {
                stack.postgres().kill();
                stack.postgres().start();
            }
        });
    }

    @Test
    void acceptsWritesWhileTheBrokerIsDown() {
        stack.kafka().stop();
        UUID patient;
        try {
            patient = Paths.registerSomebody("harbor");
            assertThat(Databases.count("patient", "select count(*) from outbox where key = ?", patient)).isPositive();
        } finally {
            stack.kafka().start();
        }

        Await.until("the event of the patient is on the topic", Duration.ofSeconds(60),
                () -> Facts.distinct("patient.registered.v1").values().stream()
                        .anyMatch(fact -> fact.key().equals(patient.toString())));
    }

    @Test
    void appliesAFactOnceHoweverOftenItComes() {
        UUID harbor = DemoRealm.clinicId("harbor");
        Quiet.await();
        Map<String, String> before = Databases.fingerprints(harbor);
        long applied = inboxRows();

        for (String topic : Facts.TOPICS) {
            List<Facts.Fact> all = Facts.on(topic).stream().filter(fact -> !fact.isHeartbeat()).toList();
            assertThat(all).isNotEmpty();
            for (int copy = 0; copy < 3; copy++) {
                Facts.sendAgain(all);
            }
        }
        Quiet.await();

        assertThat(Databases.fingerprints(harbor)).isEqualTo(before);
        assertThat(inboxRows()).isEqualTo(applied);
    }

    private static long inboxRows() {
        return Databases.NAMES.stream().mapToLong(name -> Databases.count(name, "select count(*) from inbox")).sum();
    }

    private static Walkthrough.Made walkWhile(IntConsumer fault) {
        return Paths.walk(Paths.client().persistent(PERSISTENCE), new Reporter() {
            private int steps;

            @Override
            public void step(String title) {
                fault.accept(++steps);
            }

            @Override
            public void decided(String what, String why) {}

            @Override
            public void refused(String what, String why) {}
        });
    }

    private final class Kills {

        private int died;

        /** Ends a program at once, while the step's first call is on its way. */
        void next(Program program) {
            long pid = stack.program(program).pid();
            stack.program(program).kill();
            if (ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty()) {
                died++;
            }
            stack.program(program).start();
        }
    }
}
