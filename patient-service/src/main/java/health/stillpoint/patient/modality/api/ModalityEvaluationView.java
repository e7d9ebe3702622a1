package health.stillpoint.patient.modality.api;

import health.stillpoint.patient.modality.domain.Evaluation;
import health.stillpoint.patient.modality.domain.Modality;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The order that came out when something the recommendation rests on had changed. */
public record ModalityEvaluationView(UUID id, Evaluation.Cause cause, Instant evaluatedAt, List<Modality> recommended) {

    static ModalityEvaluationView of(Evaluation evaluation) {
        return new ModalityEvaluationView(
                evaluation.id(), evaluation.cause(), evaluation.at(), evaluation.recommendation().order());
    }
}
