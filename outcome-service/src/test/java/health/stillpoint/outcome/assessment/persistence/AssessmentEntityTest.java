package health.stillpoint.outcome.assessment.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.outcome.assessment.domain.Assessment;
import health.stillpoint.outcome.assessment.domain.AssessmentId;
import health.stillpoint.outcome.assessment.domain.PatientId;
import health.stillpoint.outcome.assessment.domain.TimePoint;
import health.stillpoint.outcome.assessment.domain.Window;
import health.stillpoint.outcome.instrument.domain.InstrumentCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AssessmentEntityTest {

    private static final Instant OPENS = Instant.parse("2026-03-02T09:00:00Z");
    private static final InstrumentCode GAD7 = new InstrumentCode("GAD7");
    private static final InstrumentCode OASIS = new InstrumentCode("OASIS");

    @Test
    void givesBackTheAssessmentItWasMadeFrom() {
        // Given
        Assessment assessment = Assessment.plan(
                new AssessmentId(UUID.randomUUID()),
                new PatientId(UUID.randomUUID()),
                TimePoint.EOC,
                UUID.randomUUID(),
                new Window(OPENS, OPENS.plusSeconds(1), Optional.of(OPENS.plusSeconds(2)), Optional.of(OPENS.plusSeconds(3))),
                List.of(GAD7, OASIS));
        AssessmentEntity row = AssessmentEntity.of(assessment);
        isTheSame(row.toDomain(), assessment);

        // When
        assessment.answer(OASIS, UUID.randomUUID(), false, OPENS);
        assessment.answer(GAD7, UUID.randomUUID(), true, OPENS);
        row.copyFrom(assessment);

        // Then
        isTheSame(row.toDomain(), assessment);
        assessment.missIfOver(OPENS.plusSeconds(9));
        row.copyFrom(assessment);
        assertThat(row.missedAt).isEqualTo(OPENS.plusSeconds(3));
        isTheSame(row.toDomain(), assessment);
    }

    @Test
    void givesBackThatItWasCancelled() {
        Assessment assessment = Assessment.plan(
                new AssessmentId(UUID.randomUUID()),
                new PatientId(UUID.randomUUID()),
                TimePoint.BASELINE,
                UUID.randomUUID(),
                Window.openFrom(OPENS),
                List.of(GAD7));
        AssessmentEntity row = AssessmentEntity.of(assessment);

        assessment.cancel(OPENS.plusSeconds(1));
        row.copyFrom(assessment);

        isTheSame(row.toDomain(), assessment);
        assertThat(row.cancelledAt).isEqualTo(OPENS.plusSeconds(1));
    }

    private static void isTheSame(Assessment found, Assessment expected) {
        assertThat(found).usingRecursiveComparison().isEqualTo(expected);
    }
}
