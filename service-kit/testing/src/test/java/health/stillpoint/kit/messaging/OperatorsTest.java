package health.stillpoint.kit.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.kit.jobs.ClinicJobs;
import health.stillpoint.kit.operation.Operation;
import health.stillpoint.kit.sample.Things;
import health.stillpoint.kit.testing.Database;
import health.stillpoint.kit.testing.Events;
import health.stillpoint.kit.testing.ServiceTest;
import health.stillpoint.kit.testing.Stack;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@ServiceTest
class OperatorsTest {

    @Inject
    Things things;

    @Inject
    ClinicJobs jobs;

    @TestHTTPResource(value = "/re-announce", management = true)
    String reAnnounce;

    @Test
    void tellsThePresentStateOnceMore() {
        // Given
        UUID ofHarbor = things.make(Stack.clinic("harbor"), 1, _ -> {});
        UUID ofMeadow = things.make(Stack.clinic("meadow"), 1, _ -> {});

        // When
        RestAssured.post(reAnnounce).then().statusCode(200);

        // Then
        for (UUID thing : List.of(ofHarbor, ofMeadow)) {
            Events.await("testing.events.v1", fact -> fact.type().equals(Things.MADE)
                    && thing.toString().equals(fact.key())
                    && fact.json().get("number").asInt() == 0);
        }
    }

    @Test
    void runsAJobInEveryClinicEvenWhenItFailsInOne() {
        // Given
        UUID harbor = Stack.clinic("harbor");
        UUID meadow = Stack.clinic("meadow");
        things.make(harbor, 0, _ -> {});
        things.make(meadow, 0, _ -> {});
        List<UUID> visited = new CopyOnWriteArrayList<>();

        // When
        jobs.forEachClinic("paint", clinic -> {
            assertThat(Operation.current().clinicId()).isEqualTo(clinic);
            visited.add(clinic);
            if (clinic.equals(visited.getFirst())) {
                throw new IllegalStateException("the first one fails");
            }
        });

        // Then
        assertThat(visited).contains(harbor, meadow).doesNotHaveDuplicates();
        assertThat(Database.count("select count(*) from known_clinic")).isEqualTo(visited.size());
    }

    @Test
    void leavesAJobToTheReplicaThatRunsIt() throws InterruptedException {
        // Given
        things.make(Stack.clinic("harbor"), 0, _ -> {});
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        Thread first = Thread.ofPlatform().start(() -> jobs.forEachClinic("sweep", _ -> {
            running.countDown();
            await(mayEnd);
        }));
        await(running);
        List<UUID> second = new CopyOnWriteArrayList<>();
        List<UUID> other = new CopyOnWriteArrayList<>();

        // When
        jobs.forEachClinic("sweep", second::add);
        jobs.forEachClinic("another", other::add);
        mayEnd.countDown();
        first.join();

        // Then
        assertThat(second).isEmpty();
        assertThat(other).isNotEmpty();
        jobs.forEachClinic("sweep", second::add);
        assertThat(second).isNotEmpty();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
