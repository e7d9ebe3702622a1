package health.stillpoint.patient.treatment.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * One version of an earlier treatment. None is ever changed: what was wrong is followed by a version that says so, with its author
 * and the reason (architecture.md section 4, invariant 7), and the last one counts.
 *
 * @param number 0, 1, 2.. of this treatment
 * @param reason why it was corrected or withdrawn; null for the first version
 */
public record RecordedTreatment(
        PriorTreatment trial, int number, Status status, String reason, UUID recordedBy, Instant recordedAt) {

    /** What a version says of the treatment. FHIR knows the last one as entered-in-error. */
    public enum Status { RECORDED, CORRECTED, ENTERED_IN_ERROR }

    public static RecordedTreatment first(PriorTreatment trial, UUID recordedBy, Instant at) {
        return new RecordedTreatment(trial, 0, Status.RECORDED, null, recordedBy, at);
    }

    /** What was recorded was wrong; this is right. */
    public RecordedTreatment correct(PriorTreatment right, String why, UUID by, Instant at) {
        return next(right, Status.CORRECTED, why, by, at);
    }

    /** There never was such a treatment: it counts no longer. */
    public RecordedTreatment withdraw(String why, UUID by, Instant at) {
        return next(trial, Status.ENTERED_IN_ERROR, why, by, at);
    }

    private RecordedTreatment next(PriorTreatment said, Status next, String why, UUID by, Instant at) {
        if (!counts()) {
            throw new TreatmentRefusal.Withdrawn();
        }
        return new RecordedTreatment(said, number + 1, next, why, by, at);
    }

    /** Whether it was given as far as anybody knows. */
    public boolean counts() {
        return status != Status.ENTERED_IN_ERROR;
    }

    /** Never what was given: records end up in logs. */
    @Override
    public String toString() {
        return "RecordedTreatment[" + trial.id() + ", " + number + "]";
    }
}
