package health.stillpoint.patient.referrals.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.patient.fixtures.Facts;
import health.stillpoint.patient.fixtures.PeopleReferred;
import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.referrals.domain.DeclineReason;
import health.stillpoint.patient.referrals.domain.Referral;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReferralEntityTest {

    private static final Instant LATER = Instant.parse("2026-02-21T09:00:00Z");

    static Stream<Referral> inEveryState() {
        Referral received = PeopleReferred.received();
        Referral linked = received.link(new PatientId(Facts.PATIENT), "who", LATER);
        return Stream.of(received, received.accept("who", LATER), linked, linked.cancel(LATER), linked.unlink(LATER.plusSeconds(60)), received.cancel(LATER),
                received.decline(DeclineReason.OUT_OF_AREA, Optional.of("words"), "who", LATER),
                received.decline(DeclineReason.OUT_OF_AREA, Optional.empty(), "who", LATER));
    }

    @ParameterizedTest
    @MethodSource("inEveryState")
    void keepsEverythingOfAReferral(Referral referral) {
        assertThat(ReferralEntity.of(referral).toDomain()).isEqualTo(referral);
    }
}
