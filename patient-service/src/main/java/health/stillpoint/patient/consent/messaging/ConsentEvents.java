package health.stillpoint.patient.consent.messaging;

import health.stillpoint.kit.id.Ids;
import health.stillpoint.kit.outbox.OutboundEvent;
import health.stillpoint.patient.consent.domain.Consent;
import health.stillpoint.patient.consent.domain.LapseReason;
import java.time.Instant;
import java.util.Set;

/** What the other services are told of consents; never who signed. */
public final class ConsentEvents {

    private ConsentEvents() { }

    public static OutboundEvent granted(Consent consent) {
        return new OutboundEvent(Ids.next(), ConsentGrantedV1.TYPE, consent.patientId().value(), consent.signedAt(),
                data(consent));
    }

    public static OutboundEvent withdrawn(Consent consent, Instant at) {
        return ended(consent, at, "WITHDRAWN", Set.of());
    }

    public static OutboundEvent lapsed(Consent consent, Set<LapseReason> reasons, Instant at) {
        if (reasons.contains(LapseReason.REPLACED) || reasons.contains(LapseReason.EXPIRED)) {
            return ended(consent, at, reasons.iterator().next().name(), Set.of());
        }
        return ended(consent, at, "RECONSENT_REQUIRED", reasons);
    }

    private static OutboundEvent ended(Consent consent, Instant at, String reasonCode, Set<LapseReason> reasons) {
        return new OutboundEvent(Ids.next(), ConsentWithdrawnV1.TYPE, consent.patientId().value(), at,
                new ConsentWithdrawnV1(consent.patientId().value(), consent.id(), consent.scope().name(), at, reasonCode,
                        reasons.stream().sorted().map(Enum::name).toList()));
    }

    static ConsentGrantedV1 data(Consent consent) {
        return new ConsentGrantedV1(consent.patientId().value(), consent.id(), consent.scope().name(),
                consent.templateVersion(), consent.signedAt(), consent.expiresAt());
    }
}
