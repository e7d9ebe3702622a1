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

        assertThat(unknown.recipients(false, false))
                .containsExactly(new CareTeam.Recipient(null, "PRESCRIBER"), new CareTeam.Recipient(null, "MONITOR"));
        assertThat(teamOf().recipients(false, false)).isEqualTo(unknown.recipients(false, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"LEAD_PRESCRIBER", "PRESCRIBER", "THERAPIST", "MONITOR"})
    void hearsAlertsItselfWithAClinicianWhoSignsIn(String role) {
        assertThat(teamOf(new CareTeam.Member(WHO, ACCOUNT, role)).recipients(false, false))
                .containsExactly(new CareTeam.Recipient(WHO, role));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CARE_COORDINATOR", "A_ROLE_OF_TOMORROW"})
    void isHelpedByTheClinicWithoutAClinician(String role) {
        assertThat(teamOf(new CareTeam.Member(WHO, ACCOUNT, role)).recipients(false, false)).hasSize(3)
                .first().isEqualTo(new CareTeam.Recipient(WHO, role));
    }

    @Test
    void isHelpedByTheClinicWhenItsClinicianDoesNotSignIn() {
        assertThat(teamOf(new CareTeam.Member(WHO, null, "LEAD_PRESCRIBER")).recipients(false, false)).hasSize(3);
        assertThat(teamOf(new CareTeam.Member(WHO, null, "LEAD_PRESCRIBER"),
                        new CareTeam.Member(WHO, ACCOUNT, "MONITOR")).recipients(false, false)).hasSize(2);
    }

    @Test
    void isHelpedByTheClinicOnceAnAlertIsEscalated() {
        CareTeam team = teamOf(new CareTeam.Member(WHO, ACCOUNT, "LEAD_PRESCRIBER"));

        assertThat(team.recipients(false, true)).containsExactly(new CareTeam.Recipient(WHO, "LEAD_PRESCRIBER"));
        assertThat(team.recipients(true, false)).containsExactly(new CareTeam.Recipient(WHO, "LEAD_PRESCRIBER"),
                new CareTeam.Recipient(null, "PRESCRIBER"), new CareTeam.Recipient(null, "MONITOR"));
    }

    @Test
    void isHelpedByTheClinicWhileNobodyOnItMayEndTheAlert() {
        CareTeam.Member therapist = new CareTeam.Member(WHO, ACCOUNT, "THERAPIST");

        assertThat(teamOf(therapist).recipients(false, true)).hasSize(3);
        assertThat(teamOf(therapist, new CareTeam.Member(WHO, null, "PRESCRIBER")).recipients(false, true)).hasSize(4);
        assertThat(teamOf(therapist, new CareTeam.Member(WHO, ACCOUNT, "PRESCRIBER")).recipients(false, true)).hasSize(2);
    }

    @Test
    void knowsTheAccountsOfItsMembers() {
        assertThat(teamOf(new CareTeam.Member(WHO, ACCOUNT, "MONITOR"), new CareTeam.Member(WHO, null, "THERAPIST")).subjects())
                .containsExactly(ACCOUNT);
    }
}
