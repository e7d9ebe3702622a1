package health.stillpoint.patient.screening.domain;

import health.stillpoint.patient.patients.domain.PatientId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One screening visit as it was recorded; never changed, a correction is a new one.
 *
 * @param recordedLate recorded clearly later than it was performed
 * @param clearances what physicians have cleared since
 */
public record Screening(
        UUID id,
        PatientId patientId,
        ScreeningAnswers answers,
        UUID recordedBy,
        Instant recordedAt,
        boolean recordedLate,
        List<Clearance> clearances) {

    public Screening {
        clearances = List.copyOf(clearances);
    }

    @Override
    public String toString() {
        return "Screening[" + id + "]";
    }
}
