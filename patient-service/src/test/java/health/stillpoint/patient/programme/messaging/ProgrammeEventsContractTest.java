package health.stillpoint.patient.programme.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import health.stillpoint.kit.testing.ContractChecks;
import health.stillpoint.patient.fixtures.Facts;
import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.patients.domain.ProgrammeState;
import health.stillpoint.patient.programme.domain.ProgrammeFact;
import health.stillpoint.patient.programme.domain.Transition;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgrammeEventsContractTest {

    @Test
    void tellsAStepAsItsGoldenExample() {
        Transition step = new Transition(ProgrammeState.CONSENT, ProgrammeState.PREPARATION, List.of("CONSENT_SIGNED"),
                Instant.parse("2026-03-03T09:00:00Z"));

        var fact = ProgrammeEvents.changed(new PatientId(Facts.PATIENT), step);

        ContractChecks.isGoldenExample(ProgrammeStateChangedV1.TYPE, fact.data());
        assertThat(fact.occurredAt()).isEqualTo(step.at());
    }

    @ParameterizedTest(name = "reads the example of {0}")
    @ValueSource(classes = {CoursePlannedV1.class, CourseCompletedV1.class, PreparationCompletedV1.class,
        AssessedV1.class, AssessmentMissedV1.class, HoldPlacedV1.class, HoldClearedV1.class, BaselineCompletedV1.class})
    void readsTheProducersExamples(Class<?> wire) throws ReflectiveOperationException {
        String type = (String) wire.getField("TYPE").get(null);

        assertThatCode(() -> ContractChecks.reads(type, wire)).doesNotThrowAnyException();
    }

    @Test
    void countsOnlyTimePointsItWaitsForAndScoresThatAreComplete() {
        assertThat(TimePoints.awaited("EOC")).contains(ProgrammeFact.TimePoint.EOC);
        assertThat(TimePoints.awaited("H24")).isEmpty();
        assertThat(scored("INCOMPLETE").isComplete()).isFalse();
        assertThat(scored("SCORED_PRORATED").isComplete()).isTrue();
        assertThat(scored("SCORED", "RESPONSE").responded()).isTrue();
        assertThat(scored("SCORED", "REMISSION").responded()).isTrue();
        assertThat(scored("SCORED", "PARTIAL_RESPONSE").responded()).isFalse();
    }

    private static AssessedV1 scored(String status, String... changes) {
        return new AssessedV1(Facts.PATIENT, "EOC", "LSAS_SR", status, List.of(changes), Instant.parse("2026-05-04T10:00:00Z"));
    }
}
