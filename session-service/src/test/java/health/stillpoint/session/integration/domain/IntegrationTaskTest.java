package health.stillpoint.session.integration.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntegrationTaskTest {

    private static final Instant T0 = Instant.parse("2026-03-09T09:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    @ParameterizedTest(name = "{0} seconds after the dose is {1}")
    @CsvSource({"0, ACUTE", "7199, ACUTE", "7200, EARLY", "86399, EARLY", "86400, PRIME", "259200, PRIME", "259201, EXTENDED", "604800, EXTENDED",
            "604801, TAIL", "1209600, TAIL", "1209601, CLOSED"})
    void standsInThePublishedPhase(long seconds, WindowPhase expected) {
        assertThat(recovered().window().phaseAt(T0.plusSeconds(seconds))).isEqualTo(expected);
    }

    @Test
    void staysAcuteWhileThePatientIsNotRecovered() {
        assertThat(open().window().phaseAt(T0.plus(Duration.ofDays(2)))).isEqualTo(WindowPhase.ACUTE);
    }

    @ParameterizedTest(name = "{0} seconds past due is overdue: {1}")
    @CsvSource({"-1, false", "0, false", "1, true"})
    void isOverdueAfterItsDueTime(long seconds, boolean expected) {
        IntegrationTask task = open();

        assertThat(task.dueAt()).isEqualTo(T0.plus(Duration.ofHours(72)));
        assertThat(task.remindAt()).isEqualTo(T0.plus(Duration.ofHours(60)));
        assertThat(task.overdueAt(task.dueAt().plusSeconds(seconds))).isEqualTo(expected);
        assertThat(task.overdue(T0).overdueAt(task.dueAt().plusSeconds(seconds))).isFalse();
    }

    @ParameterizedTest(name = "{0} min, therapist {1}, {2} h after the dose: {3}")
    @CsvSource({"30, true, 26, ''", "29, true, 26, TOO_SHORT", "30, false, 26, NOT_A_THERAPIST", "30, true, 1, BEFORE_RECOVERY", "30, true, 2, ''",
            "30, true, 336, ''", "30, true, 337, WINDOW_CLOSED"})
    void isCompletedByASessionThatCounts(int minutes, boolean therapist, int hours, String refusal) {
        assertThat(IntegrationPolicy.refusals(recovered(), Duration.ofMinutes(minutes), therapist, T0.plus(HOUR.multipliedBy(hours))))
                .extracting(Enum::name).isEqualTo(refusal.isEmpty() ? List.of() : List.of(refusal));
    }

    @Test
    void isCompletedOnce() {
        IntegrationTask done = recovered().complete(UUID.randomUUID(), WindowPhase.PRIME, T0.plus(Duration.ofDays(2)));

        assertThat(IntegrationPolicy.refusals(done, HOUR, true, T0.plus(Duration.ofDays(3)))).containsExactly(IntegrationPolicy.Refusal.ALREADY_INTEGRATED);
        assertThat(IntegrationPolicy.refusals(null, HOUR, true, T0)).containsExactly(IntegrationPolicy.Refusal.NO_TASK);
    }

    @ParameterizedTest(name = "reviewed {0} s and asked {1} s after the window closed: {2}")
    @CsvSource({"1, 2, true", "0, 2, false", "-3600, 2, false", "1, 0, false"})
    void isReplacedByAReviewOnceItsWindowIsClosed(long reviewed, long asked, boolean expected) {
        Instant closed = recovered().window().closesAt();

        assertThat(recovered().replacedByReview(List.of(closed.plusSeconds(reviewed)), closed.plusSeconds(asked))).isEqualTo(expected);
        assertThat(recovered().replacedByReview(List.of(), closed.plusSeconds(asked))).isFalse();
    }

    private static IntegrationTask open() {
        return IntegrationTask.open(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), T0, Duration.ofHours(72));
    }

    private static IntegrationTask recovered() {
        return open().recovered(T0.plus(Duration.ofHours(2)));
    }
}
