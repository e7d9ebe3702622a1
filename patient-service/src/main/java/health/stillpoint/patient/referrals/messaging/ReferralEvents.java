package health.stillpoint.patient.referrals.messaging;

import health.stillpoint.kit.id.Ids;
import health.stillpoint.kit.outbox.OutboundEvent;
import health.stillpoint.patient.referrals.domain.Referral;

/** What the other services are told of referrals. */
public final class ReferralEvents {

    private ReferralEvents() { }

    public static OutboundEvent received(Referral referral) {
        return new OutboundEvent(Ids.next(), ReferralReceivedV1.TYPE, referral.id().value(), referral.receivedAt(),
                data(referral));
    }

    static ReferralReceivedV1 data(Referral referral) {
        return new ReferralReceivedV1(referral.id().value(), referral.submission().urgency().name(),
                referral.submission().diagnosis().name(), referral.receivedAt());
    }
}
