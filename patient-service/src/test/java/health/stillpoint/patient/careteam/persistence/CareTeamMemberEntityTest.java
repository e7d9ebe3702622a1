package health.stillpoint.patient.careteam.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.patient.careteam.domain.CareTeamRole;
import health.stillpoint.patient.careteam.domain.Membership;
import health.stillpoint.patient.careteam.domain.Seat;
import health.stillpoint.patient.fixtures.Facts;
import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.practitioners.domain.PractitionerId;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CareTeamMemberEntityTest {

    static Stream<Membership> heldAndOver() {
        Seat seat = new Seat(new PractitionerId(Facts.PRESCRIBER), CareTeamRole.LEAD_PRESCRIBER);
        Instant monday = Instant.parse("2026-03-02T09:00:00Z");
        return Stream.of(
                new Membership(UUID.randomUUID(), seat, monday, null, "who came", null),
                new Membership(UUID.randomUUID(), seat, monday, Instant.parse("2026-03-09T09:00:00Z"), "who came", "who went"));
    }

    @ParameterizedTest
    @MethodSource("heldAndOver")
    void keepsEverythingOfAMembership(Membership membership) {
        assertThat(CareTeamMemberEntity.of(new PatientId(Facts.PATIENT), membership).toDomain()).isEqualTo(membership);
    }
}
