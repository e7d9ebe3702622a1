package health.stillpoint.patient.careteam.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.kit.testing.ContractChecks;
import health.stillpoint.patient.careteam.domain.CareTeam;
import health.stillpoint.patient.careteam.domain.CareTeamRole;
import health.stillpoint.patient.careteam.domain.Membership;
import health.stillpoint.patient.careteam.domain.Seat;
import health.stillpoint.patient.fixtures.Facts;
import health.stillpoint.patient.fixtures.Staff;
import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.practitioners.domain.PractitionerId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CareTeamEventsContractTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");

    private static Membership held(UUID practitioner, CareTeamRole role) {
        return new Membership(UUID.randomUUID(), new Seat(new PractitionerId(practitioner), role), MONDAY, null, "who", null);
    }

    @Test
    void tellsATeamAsItsGoldenExample() {
        CareTeam team = new CareTeam(new PatientId(Facts.PATIENT), 2, MONDAY, List.of(
                held(Facts.THERAPIST, CareTeamRole.THERAPIST), held(Facts.PRESCRIBER, CareTeamRole.LEAD_PRESCRIBER)));

        var fact = CareTeamEvents.changed(team, List.of(Staff.therapist(), Staff.prescriber()));

        ContractChecks.isGoldenExample(CareTeamChangedV1.TYPE, fact.data());
        assertThat(fact.key()).isEqualTo(Facts.PATIENT);
        assertThat(fact.data().toString()).doesNotContain("CANARY");
    }
}
