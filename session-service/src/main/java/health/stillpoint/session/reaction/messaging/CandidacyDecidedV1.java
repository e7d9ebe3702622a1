package health.stillpoint.session.reaction.messaging;

import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What this service reads of {@code patient.candidacy-decided.v1}. */
public record CandidacyDecidedV1(@NotNull UUID patientId, @NotNull UUID decisionId, @NotNull String outcome, List<String> reasonCodes,
        List<String> conditions, boolean lowStart, BigDecimal doseFactor, BigDecimal doseFactorParenteral, LocalDate liverTestedOn,
        @NotNull Instant decidedAt, Instant expiresAt) {
}
