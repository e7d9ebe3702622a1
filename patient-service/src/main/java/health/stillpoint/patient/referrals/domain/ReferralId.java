package health.stillpoint.patient.referrals.domain;

import java.util.Objects;
import java.util.UUID;

/** Names one referral. */
public record ReferralId(UUID value) {

    public ReferralId {
        Objects.requireNonNull(value, "a referral id");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
