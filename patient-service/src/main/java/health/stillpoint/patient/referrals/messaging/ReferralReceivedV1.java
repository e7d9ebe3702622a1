package health.stillpoint.patient.referrals.messaging;

import java.time.Instant;
import java.util.UUID;

/** A partner refers a person: {@code patient.referral-received.v1}. Nobody is registered yet, so the key is the referral. */
public record ReferralReceivedV1(UUID referralId, String urgency, String diagnosis, Instant receivedAt) {

    public static final String TYPE = "patient.referral-received.v1";
}
