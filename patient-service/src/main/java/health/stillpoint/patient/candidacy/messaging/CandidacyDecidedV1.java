package health.stillpoint.patient.candidacy.messaging;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A candidacy decision took effect: {@code patient.candidacy-decided.v1}. */
public record CandidacyDecidedV1(
        UUID patientId,
        UUID decisionId,
        String outcome,
        List<String> reasonCodes,
        List<String> conditions,
        int resistanceStage,
        boolean lowStart,
        List<String> lowStartTriggers,
        BigDecimal doseFactor,
        BigDecimal doseFactorParenteral,
        LocalDate liverTestedOn,
        Instant decidedAt,
        Instant expiresAt) {

    public static final String TYPE = "patient.candidacy-decided.v1";
}
