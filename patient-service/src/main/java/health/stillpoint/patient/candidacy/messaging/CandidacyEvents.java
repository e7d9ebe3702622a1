package health.stillpoint.patient.candidacy.messaging;

import health.stillpoint.kit.id.Ids;
import health.stillpoint.kit.outbox.OutboundEvent;
import health.stillpoint.patient.candidacy.domain.CandidacyDecision;
import health.stillpoint.patient.candidacy.domain.CandidacyResult;
import java.time.Instant;
import java.util.List;

/** What the other services are told of candidacy: codes, never what was found. */
public final class CandidacyEvents {

    private CandidacyEvents() { }

    public static OutboundEvent decided(CandidacyDecision decision) {
        return new OutboundEvent(Ids.next(), CandidacyDecidedV1.TYPE, decision.patientId().value(), decision.decidedAt(),
                data(decision));
    }

    public static OutboundEvent expired(CandidacyDecision decision, List<String> reasonCodes, Instant at) {
        return new OutboundEvent(Ids.next(), CandidacyExpiredV1.TYPE, decision.patientId().value(), at,
                expiredData(decision, reasonCodes, at));
    }

    static CandidacyDecidedV1 data(CandidacyDecision decision) {
        CandidacyResult result = decision.result();
        return new CandidacyDecidedV1(decision.patientId().value(), decision.id(), result.outcome().name(),
                result.reasonCodes(), result.conditions().stream().sorted().map(Enum::name).toList(),
                result.resistanceStage(), !result.lowStart().isEmpty(),
                result.lowStart().stream().sorted().map(Enum::name).toList(), result.doseFactor(),
                result.doseFactorParenteral(), decision.liverTestedOn(), decision.decidedAt(),
                decision.expiresAt());
    }

    static CandidacyExpiredV1 expiredData(CandidacyDecision decision, List<String> reasonCodes, Instant at) {
        return new CandidacyExpiredV1(decision.patientId().value(), decision.id(), reasonCodes, at);
    }
}
