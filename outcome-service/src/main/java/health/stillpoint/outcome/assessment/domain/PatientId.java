package health.stillpoint.outcome.assessment.domain;

import java.util.UUID;

/** Identifies a patient, as patient-service does. */
public record PatientId(UUID value) {}
