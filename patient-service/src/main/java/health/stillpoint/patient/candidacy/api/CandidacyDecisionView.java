package health.stillpoint.patient.candidacy.api;

import health.stillpoint.patient.candidacy.domain.CandidacyDecision;
import health.stillpoint.patient.candidacy.domain.CandidacyOutcome;
import health.stillpoint.patient.candidacy.domain.CandidacyResult;
import health.stillpoint.patient.patients.domain.Versioned;
import health.stillpoint.patient.screening.domain.Condition;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A decision as it was taken, and whether it still holds. */
public record CandidacyDecisionView(
        UUID id,
        long version,
        UUID patientId,
        CandidacyOutcome outcome,
        Status status,
        @Schema(description = "The rules that decided. What they found is shown as they found it; a decision of another version than "
                + "the review has now is not computed anew")
        String ruleSetVersion,
        List<String> reasonCodes,
        List<Condition> conditions,
        int resistanceStage,
        boolean lowStart,
        BigDecimal doseFactor,
        BigDecimal doseFactorParenteral,
        boolean secondReaderRequired,
        UUID secondReader,
        UUID decidedBy,
        Instant decidedAt,
        String rationale,
        Instant expiresAt,
        List<String> endReasonCodes,
        UUID intakeId,
        UUID screeningId,
        CandidacyView basis) {

    /** Where a decision stands. */
    public enum Status { AWAITING_SECOND_READER, IN_FORCE, NOT_CONFIRMED, ENDED }

    static CandidacyDecisionView of(Versioned<CandidacyDecision> stored) {
        CandidacyDecision decision = stored.value();
        CandidacyResult result = decision.result();
        return new CandidacyDecisionView(decision.id(), stored.version(), decision.patientId().value(), result.outcome(),
                status(decision.state()), result.ruleSetVersion(), result.reasonCodes(),
                result.conditions().stream().sorted().toList(), result.resistanceStage(), !result.lowStart().isEmpty(),
                result.doseFactor(), result.doseFactorParenteral(), result.secondReaderRequired(), secondReader(decision.state()),
                decision.decidedBy(),
                decision.decidedAt(), decision.rationale(), decision.expiresAt(),
                decision.state() instanceof CandidacyDecision.State.Ended ended ? ended.reasonCodes() : null,
                decision.inputs().intakeId(), decision.inputs().screeningId(), CandidacyView.of(result));
    }

    private static Status status(CandidacyDecision.State state) {
        return switch (state) {
            case CandidacyDecision.State.AwaitingSecondReader _ -> Status.AWAITING_SECOND_READER;
            case CandidacyDecision.State.InForce _ -> Status.IN_FORCE;
            case CandidacyDecision.State.NotConfirmed _ -> Status.NOT_CONFIRMED;
            case CandidacyDecision.State.Ended _ -> Status.ENDED;
        };
    }

    private static UUID secondReader(CandidacyDecision.State state) {
        return switch (state) {
            case CandidacyDecision.State.InForce inForce -> inForce.secondReader();
            case CandidacyDecision.State.NotConfirmed notConfirmed -> notConfirmed.secondReader();
            case CandidacyDecision.State.Ended ended -> ended.secondReader();
            case CandidacyDecision.State.AwaitingSecondReader _ -> null;
        };
    }

    @Override
    public String toString() {
        return "CandidacyDecisionView[" + id + "]";
    }
}
