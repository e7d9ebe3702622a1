package health.stillpoint.patient.screening;

import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.screening.domain.ScreeningResult;
import java.util.UUID;

/**
 * A screening was recorded; told inside this service, in the same transaction.
 *
 * @param latest no other was performed later: it says what is found now. One charted afterwards only adds to the history
 */
public record ScreeningRecorded(PatientId patientId, UUID screeningId, ScreeningResult result, boolean latest) { }
