package health.stillpoint.patient.modality.domain;

import health.stillpoint.patient.patients.domain.PatientId;
import java.time.Instant;
import java.util.UUID;

/** The recommendation as it came out when something it rests on changed; kept for ever. */
public record Evaluation(UUID id, PatientId patientId, Cause cause, Recommendation recommendation, Instant at) {

    /** What made the rules be asked again. */
    public enum Cause { INTAKE_SIGNED, SCREENING_RECORDED, DOSES_GIVEN, RESPONSE_SCORED, SUICIDE_ALERT, STABILIZATION }
}
