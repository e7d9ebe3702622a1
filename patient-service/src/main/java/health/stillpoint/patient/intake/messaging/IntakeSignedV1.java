package health.stillpoint.patient.intake.messaging;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An intake was signed: {@code patient.intake-signed.v1}. {@code version} is the intake's number, 1, 2, 3.. */
public record IntakeSignedV1(
        UUID patientId,
        UUID intakeId,
        int version,
        String primaryDiagnosis,
        List<String> dominantNature,
        List<String> lowStartTriggers,
        Instant signedAt) {

    public static final String TYPE = "patient.intake-signed.v1";
}
