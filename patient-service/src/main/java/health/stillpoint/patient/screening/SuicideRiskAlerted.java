package health.stillpoint.patient.screening;

import health.stillpoint.patient.patients.domain.PatientId;

/** An alert of the suicide screener was heard, and is among {@link health.stillpoint.patient.screening.domain.SuicideAlerts}. */
public record SuicideRiskAlerted(PatientId patientId) { }
