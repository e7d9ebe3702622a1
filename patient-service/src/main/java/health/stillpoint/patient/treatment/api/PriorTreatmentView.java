package health.stillpoint.patient.treatment.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import health.stillpoint.patient.treatment.domain.PriorTreatment;
import health.stillpoint.patient.treatment.domain.TreatmentClass;
import health.stillpoint.patient.treatment.domain.TreatmentOutcome;
import java.math.BigDecimal;
import java.util.UUID;

/** An earlier treatment as it was recorded. */
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
        String reaction) {

    /** Earlier treatments are never changed, so their version is always the first. */
    static PriorTreatmentView of(PriorTreatment trial) {
        return new PriorTreatmentView(trial.id(), 0, trial.treatmentClass(), trial.agent(), trial.maxDailyDoseMilligrams(),
                trial.weeksAtAdequateDose(), trial.sessions(), trial.exposureOrCognitiveWork(), trial.adherent(),
                trial.outcome(), trial.stopReason(), trial.current(), trial.route(), trial.reaction());
    }

    @Override
    public String toString() {
        return "PriorTreatmentView[" + id + "]";
    }
}
