package health.stillpoint.outcome.careteam.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.kit.testing.ContractChecks;
import org.junit.jupiter.api.Test;

class CareTeamChangedContractTest {

    @Test
    void readsTheExampleOfPatientService() {
        PatientCareTeamChangedV1 team = ContractChecks.reads(PatientCareTeamChangedV1.TYPE, PatientCareTeamChangedV1.class);

        assertThat(team.revision()).isEqualTo(2);
        assertThat(team.members()).extracting(PatientCareTeamChangedV1.Member::role).containsExactly("LEAD_PRESCRIBER", "THERAPIST");
        assertThat(team.members().getFirst().subjectId()).isNotNull();
        assertThat(team.members().getLast().subjectId()).isNull();
    }
}
