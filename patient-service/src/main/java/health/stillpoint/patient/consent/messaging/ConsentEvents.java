package health.stillpoint.patient.consent.messaging;

import health.stillpoint.kit.id.Ids;
import health.stillpoint.kit.outbox.OutboundEvent;
import health.stillpoint.patient.consent.domain.Consent;
import java.time.Instant;

/** What the other services are told of consents; never who signed. */
public final class ConsentEvents {

    private ConsentEvents() { }

    public static OutboundEvent granted(Consent consent) {
        return new OutboundEvent(Ids.next(), ConsentGrantedV1.TYPE, consent.patientId().value(), consent.signedAt(),
                data(consent));
    }

    public static OutboundEvent withdrawn(Consent consent, Instant at) {
        return ended(consent, at, "WITHDRAWN");
    }

    public static OutboundEvent lapsed(Consent consent, Instant at) {
        return ended(consent, at, "RECONSENT_REQUIRED");
    }

    private static OutboundEvent ended(Consent consent, Instant at, String reasonCode) {
        return new OutboundEvent(Ids.next(), ConsentWithdrawnV1.TYPE, consent.patientId().value(), at,
                endedData(consent, at, reasonCode));
    }

    static ConsentGrantedV1 data(Consent consent) {
        return new ConsentGrantedV1(consent.patientId().value(), consent.id(), consent.scope().name(),
                consent.templateVersion(), consent.signedAt(), consent.expiresAt());
    }

    static ConsentWithdrawnV1 endedData(Consent consent, Instant at, String reasonCode) {
        return new ConsentWithdrawnV1(
                consent.patientId().value(), consent.id(), consent.scope().name(), at, reasonCode);
    }
}
