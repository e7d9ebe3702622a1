package health.stillpoint.patient.treatment.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import health.stillpoint.patient.treatment.domain.Resistance;
import health.stillpoint.patient.treatment.domain.TreatmentClass;
import health.stillpoint.patient.treatment.domain.TrialAssessment;
import java.util.List;
import java.util.UUID;

/** Stage 0..4 of treatment resistance, explained trial by trial. */
public record ResistanceView(int stage, List<RowView> rows, int intolerances, List<Resistance.Reason> reasons) {

    /** How one trial counts. */
    public record RowView(
            UUID id,
            @JsonProperty("class") TreatmentClass treatmentClass,
            boolean adequate,
            boolean failed,
            boolean intolerance,
            List<TrialAssessment.Reason> reasons) { }

    static ResistanceView of(Resistance resistance) {
        return new ResistanceView(resistance.stage(),
                resistance.rows().stream()
                        .map(row -> new RowView(row.id(), row.treatmentClass(), row.adequate(), row.failed(),
                                row.intolerance(), row.reasons()))
                        .toList(),
                resistance.intolerances(), resistance.reasons());
    }
}
