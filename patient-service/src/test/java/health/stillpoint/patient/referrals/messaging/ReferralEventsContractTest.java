package health.stillpoint.patient.referrals.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.kit.testing.ContractChecks;
import health.stillpoint.patient.fixtures.Facts;
import health.stillpoint.patient.fixtures.PeopleReferred;
import org.junit.jupiter.api.Test;

class ReferralEventsContractTest {

    @Test
    void tellsAReferralAsItsGoldenExample() {
        var fact = ReferralEvents.received(PeopleReferred.received());

        ContractChecks.isGoldenExample(ReferralReceivedV1.TYPE, fact.data());
        assertThat(fact.key()).isEqualTo(Facts.REFERRAL);
        assertThat(fact.data().toString()).doesNotContain("CANARY");
    }
}
