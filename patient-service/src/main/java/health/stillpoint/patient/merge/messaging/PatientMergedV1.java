package health.stillpoint.patient.merge.messaging;

import java.time.Instant;
import java.util.UUID;

/** Two records are one person's: {@code patient.merged.v1}. {@code patientId} goes on, {@code mergedPatientId} has ended. */
public record PatientMergedV1(UUID patientId, UUID mergedPatientId, Instant mergedAt) {

    public static final String TYPE = "patient.merged.v1";
}
