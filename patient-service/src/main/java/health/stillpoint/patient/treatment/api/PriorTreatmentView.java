package health.stillpoint.patient.treatment.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import health.stillpoint.patient.treatment.domain.PriorTreatment;
import health.stillpoint.patient.treatment.domain.RecordedTreatment;
import health.stillpoint.patient.treatment.domain.TreatmentClass;
import health.stillpoint.patient.treatment.domain.TreatmentOutcome;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An earlier treatment as it was recorded, or corrected since. */
public record PriorTreatmentView(
        UUID id,
        long version,
        @JsonProperty("class") TreatmentClass treatmentClass,
        String agent,
        BigDecimal maxDailyDoseMilligrams,
        Integer weeksAtAdequateDose,
        Integer sessions,
        Boolean exposureOrCognitiveWork,
        boolean adherent,
        TreatmentOutcome outcome,
        String stopReason,
        boolean current,
        String route,
        String reaction,
        @Schema(description = "ENTERED_IN_ERROR: there never was such a treatment, it does not count") RecordedTreatment.Status status,
        @Schema(description = "Why it was corrected or withdrawn") String reason,
        @Schema(description = "Subject of who wrote this version") UUID recordedBy,
        Instant recordedAt) {

    static PriorTreatmentView of(RecordedTreatment recorded) {
        PriorTreatment trial = recorded.trial();
        return new PriorTreatmentView(trial.id(), recorded.number(), trial.treatmentClass(), trial.agent(), trial.maxDailyDoseMilligrams(),
                trial.weeksAtAdequateDose(), trial.sessions(), trial.exposureOrCognitiveWork(), trial.adherent(),
                trial.outcome(), trial.stopReason(), trial.current(), trial.route(), trial.reaction(),
                recorded.status(), recorded.reason(), recorded.recordedBy(), recorded.recordedAt());
    }

    @Override
    public String toString() {
        return "PriorTreatmentView[" + id + "]";
    }
}
