package health.stillpoint.outcome.careteam.domain;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.outcome.assessment.domain.PatientId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CareTeamTest {

    private static final PatientId PATIENT = new PatientId(UUID.randomUUID());
    private static final UUID WHO = UUID.randomUUID();
    private static final UUID ACCOUNT = UUID.randomUUID();

    private static CareTeam teamOf(CareTeam.Member... members) {
        return new CareTeam(PATIENT, 1, List.of(members));
    }

    @Test
    void leavesAlertsToTheWholeClinicWhileNobodyIsKnown() {
        CareTeam unknown = CareTeam.unknown(PATIENT);

        assertThat(unknown.recipients())
                .containsExactly(new CareTeam.Recipient(null, "PRESCRIBER"), new CareTeam.Recipient(null, "MONITOR"));
        assertThat(teamOf().recipients()).isEqualTo(unknown.recipients());
    }

    @ParameterizedTest
    @ValueSource(strings = {"LEAD_PRESCRIBER", "PRESCRIBER", "THERAPIST", "MONITOR"})
    void hearsAlertsItselfWithAClinicianWhoSignsIn(String role) {
        assertThat(teamOf(new CareTeam.Member(WHO, ACCOUNT, role)).recipients())
                .containsExactly(new CareTeam.Recipient(WHO, role));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CARE_COORDINATOR", "A_ROLE_OF_TOMORROW"})
    void isHelpedByTheClinicWithoutAClinician(String role) {
        assertThat(teamOf(new CareTeam.Member(WHO, ACCOUNT, role)).recipients()).hasSize(3)
                .first().isEqualTo(new CareTeam.Recipient(WHO, role));
    }

    @Test
    void isHelpedByTheClinicWhenItsClinicianDoesNotSignIn() {
        assertThat(teamOf(new CareTeam.Member(WHO, null, "LEAD_PRESCRIBER")).recipients()).hasSize(3);
        assertThat(teamOf(new CareTeam.Member(WHO, null, "LEAD_PRESCRIBER"),
                        new CareTeam.Member(WHO, ACCOUNT, "MONITOR")).recipients()).hasSize(2);
    }

    @Test
    void knowsTheAccountsOfItsMembers() {
        assertThat(teamOf(new CareTeam.Member(WHO, ACCOUNT, "MONITOR"), new CareTeam.Member(WHO, null, "THERAPIST")).subjects())
                .containsExactly(ACCOUNT);
    }
}
