package health.stillpoint.outcome.response.domain;

import health.stillpoint.outcome.assessment.domain.AssessmentId;
import health.stillpoint.outcome.assessment.domain.PatientId;
import health.stillpoint.outcome.instrument.domain.AnswerSheet;
import health.stillpoint.outcome.instrument.domain.InstrumentCode;
import java.time.Instant;
import java.util.Optional;

/**
 * Answers on their way in.
 *
 * @param assessment what they answer
 * @param instrument the instrument
 * @param answers the answers
 * @param answeredAt when they were given; absent = now
 * @param ownRecord the patient who signed in; absent for staff
 */
public record Submission(
        AssessmentId assessment,
        InstrumentCode instrument,
        AnswerSheet answers,
        Optional<Instant> answeredAt,
        Optional<PatientId> ownRecord) {}
