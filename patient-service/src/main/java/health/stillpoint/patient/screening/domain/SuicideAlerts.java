package health.stillpoint.patient.screening.domain;

import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.screening.domain.ScreeningAnswers.SuicideRisk;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What the suicide screener told between the visits. */
public interface SuicideAlerts {

    /** One C-SSRS alert of moderate or high risk; settled or not, for settling one measures nothing. */
    record SuicideAlert(UUID id, SuicideRisk risk, Instant raisedAt) { }

    /** Every one ever raised for this person. */
    List<SuicideAlert> of(PatientId patientId);
}
