package health.stillpoint.patient.screening;

import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.screening.domain.ScreeningResult;
import java.util.UUID;

/** A screening was recorded; told inside this service, in the same transaction. */
public record ScreeningRecorded(PatientId patientId, UUID screeningId, ScreeningResult result) { }
