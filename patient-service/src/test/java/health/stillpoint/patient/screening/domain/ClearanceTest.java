package health.stillpoint.patient.screening.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import health.stillpoint.patient.fixtures.Limits;
import health.stillpoint.patient.fixtures.Person;
import health.stillpoint.patient.practitioners.domain.PractitionerRefusal;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
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
    void ofStableBipolarDisorderIsAPsychiatrists() {
        assertThatThrownBy(() -> clear("BIPOLAR_STABLE", "[{\"name\": \"lithium\"}]", false, Duration.ofDays(30)))
                .isInstanceOf(PractitionerRefusal.NotAPsychiatrist.class);
        assertThat(clear("PD_UNSTABLE", "[]", false, Duration.ofDays(30)).findingCode()).isEqualTo("PD_UNSTABLE");
    }

    @Test
    void ofBipolarDisorderIsRefusedToAPsychiatristWhileAnAntidepressantIsTakenAlone() {
        assertThatThrownBy(() -> clear("BIPOLAR_STABLE", "[{\"name\": \"sertraline\"}]", true, Duration.ofDays(30)))
                .isInstanceOf(ScreeningRefusal.AntidepressantAlone.class);
        assertThat(clear("BIPOLAR_STABLE", "[{\"name\": \"sertraline\"}, {\"name\": \"lithium\"}]", true, Duration.ofDays(30)).findingCode())
                .isEqualTo("BIPOLAR_STABLE");
        assertThat(clear("PD_UNSTABLE", "[{\"name\": \"sertraline\"}]", true, Duration.ofDays(30)).findingCode()).isEqualTo("PD_UNSTABLE");
    }

    @Test
    void ofBipolarDisorderIsRefusedWithoutAMoodStabilizer() {
        assertThatThrownBy(() -> clear("BIPOLAR_STABLE", "[{\"name\": \"propranolol\"}]", true, Duration.ofDays(30)))
                .isInstanceOf(ScreeningRefusal.NoMoodStabilizer.class);
        assertThat(clear("PD_UNSTABLE", "[{\"name\": \"propranolol\"}]", true, Duration.ofDays(30)).findingCode()).isEqualTo("PD_UNSTABLE");
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
    void namesTheFactorOfAReducedDoseAndNoOther() {
        Set<Condition> reduced = Set.of(Condition.REDUCED_DOSE_FACTOR);
        BigDecimal half = new BigDecimal("0.5");

        assertThat(onTerms(reduced, half).doseFactor()).isEqualTo(half);
        assertThatThrownBy(() -> onTerms(reduced, null)).isInstanceOf(ScreeningRefusal.DoseFactorUnclear.class);
        assertThatThrownBy(() -> onTerms(Set.of(), half)).isInstanceOf(ScreeningRefusal.DoseFactorUnclear.class);
    }

    @Test
    void asksForALowStartByEitherOfItsTwoConditions() {
        assertThat(onTerms(Set.of(Condition.LOW_START), null).asksLowStart()).isTrue();
        assertThat(onTerms(Set.of(Condition.SECOND_PREPARATION_SESSION), null).asksLowStart()).isTrue();
        assertThat(onTerms(Set.of(Condition.IN_CLINIC_ONLY), null).asksLowStart()).isFalse();
    }

    private static Clearance onTerms(Set<Condition> conditions, BigDecimal doseFactor) {
        return clear("PD_UNSTABLE", "[]", true, conditions, doseFactor, Duration.ofDays(30));
    }

    @Test
    void neverShowsItsRationaleInALog() {
        assertThat(clear("BIPOLAR_STABLE", Duration.ofDays(1)).toString()).doesNotContain("CANARY");
    }

    private static Clearance clear(String finding, Duration validFor) {
        return clear(finding, "[{\"name\": \"lithium\"}]", true, validFor);
    }

    private static Clearance clear(String finding, String medications, boolean psychiatrist, Duration validFor) {
        return clear(finding, medications, psychiatrist, Set.of(), null, validFor);
    }

    private static Clearance clear(String finding, String medications, boolean psychiatrist, Set<Condition> conditions,
            BigDecimal doseFactor, Duration validFor) {
        var given = JsonNodeFactory.instance.objectNode();
        given.set("medications", json(medications));
        given.putObject("answers").put("BIPOLAR_STABLE", "PRESENT").put("PD_UNSTABLE", "PRESENT").put("PHEO", "PRESENT");
        ScreeningResult result = Person.screening().evaluate(Person.screeningCase(given));
        return Clearance.grant(UUID.randomUUID(), Person.SCREENING_ID, result, finding, Person.PHYSICIAN, psychiatrist, NOON,
                new Clearance.Terms("CANARY-rationale", conditions, doseFactor, validFor), Limits.SCREENING);
    }

    private static JsonNode json(String text) {
        try {
            return JsonMapper.builder().build().readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
