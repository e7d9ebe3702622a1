package health.stillpoint.patient.screening.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import health.stillpoint.patient.fixtures.Limits;
import health.stillpoint.patient.fixtures.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ClearanceTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void clearsARelativeFindingForAtMostNinetyDays() {
        Clearance clearance = clear("BIPOLAR_STABLE", Duration.ofDays(90));

        assertThat(clearance.expiresAt()).isEqualTo(Instant.parse("2026-05-31T12:00:00Z"));
        assertThat(clearance.isInDate(Instant.parse("2026-05-31T11:59:59Z"))).isTrue();
        assertThat(clearance.isInDate(Instant.parse("2026-05-31T12:00:00Z"))).isFalse();
    }

    @Test
    void isRefusedForLongerThanNinetyDays() {
        var refusal = catchThrowableOfType(ScreeningRefusal.ClearanceTooLong.class,
                () -> clear("BIPOLAR_STABLE", Duration.ofDays(90).plusSeconds(1)));

        assertThat(refusal.atMostDays()).isEqualTo(90);
    }

    @Test
    void isRefusedForNoTimeAtAll() {
        assertThatThrownBy(() -> clear("BIPOLAR_STABLE", Duration.ZERO)).isInstanceOf(ScreeningRefusal.ClearanceTooLong.class);
        assertThatThrownBy(() -> clear("BIPOLAR_STABLE", Duration.ofDays(-1)))
                .isInstanceOf(ScreeningRefusal.ClearanceTooLong.class);
        assertThat(clear("BIPOLAR_STABLE", Duration.ofSeconds(1)).expiresAt()).isEqualTo(NOON.plusSeconds(1));
    }

    @Test
    void isRefusedForAnAbsoluteFinding() {
        var refusal = catchThrowableOfType(ScreeningRefusal.NotClearable.class, () -> clear("PHEO", Duration.ofDays(30)));

        assertThat(refusal.findingClass()).isEqualTo(FindingClass.ABS);
    }

    @Test
    void isRefusedForWhatWasNotFound() {
        assertThatThrownBy(() -> clear("OUD_HISTORY", Duration.ofDays(30)))
                .isInstanceOf(ScreeningRefusal.NoSuchFinding.class);
    }

    @Test
    void neverShowsItsRationaleInALog() {
        assertThat(clear("BIPOLAR_STABLE", Duration.ofDays(1)).toString()).doesNotContain("CANARY");
    }

    private static Clearance clear(String finding, Duration validFor) {
        var given = JsonNodeFactory.instance.objectNode();
        given.putObject("answers").put("BIPOLAR_STABLE", "PRESENT").put("PHEO", "PRESENT");
        ScreeningResult result = Person.screening().evaluate(Person.screeningCase(given));
        return Clearance.grant(UUID.randomUUID(), Person.SCREENING_ID, result, finding, Person.PHYSICIAN, NOON,
                "CANARY-rationale", Set.of(), validFor, Limits.SCREENING);
    }
}
