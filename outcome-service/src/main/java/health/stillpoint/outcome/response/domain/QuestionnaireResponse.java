package health.stillpoint.outcome.response.domain;

import health.stillpoint.outcome.assessment.domain.AssessmentId;
import health.stillpoint.outcome.assessment.domain.PatientId;
import health.stillpoint.outcome.assessment.domain.TimePoint;
import health.stillpoint.outcome.instrument.domain.AnswerSheet;
import health.stillpoint.outcome.instrument.domain.Change;
import health.stillpoint.outcome.instrument.domain.Score;
import java.time.Instant;
import java.util.Optional;

/**
 * A filled questionnaire and its score. Never changed: a repeat is a new response that names the one it supersedes, and
 * both are kept. FHIR QuestionnaireResponse.
 *
 * @param id the response
 * @param assessment what it answers
 * @param patient whose answers these are
 * @param timePoint the time point of the assessment
 * @param answers the answers as they were given
 * @param score the score by the catalogue's version of that day
 * @param change the comparison with the baseline, when there was one
 * @param answeredAt when the patient answered (clinic time)
 * @param recordedAt when it was entered here (clinic time)
 * @param late whether it came after the window, within the time for late answers
 * @param answeredBy who filled it in
 * @param supersedes the response it replaces
 * @param catalogueVersion version of the instrument facts it was scored with
 */
public record QuestionnaireResponse(
        ResponseId id,
        AssessmentId assessment,
        PatientId patient,
        TimePoint timePoint,
        AnswerSheet answers,
        Score score,
        Optional<Change> change,
        Instant answeredAt,
        Instant recordedAt,
        boolean late,
        AnsweredBy answeredBy,
        Optional<ResponseId> supersedes,
        String catalogueVersion) {

    @Override
    public String toString() {
        return "QuestionnaireResponse[id=" + id.value() + ", instrument=" + score.instrument() + "]";
    }
}
