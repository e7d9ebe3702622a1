package health.stillpoint.session.careteam.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CareTeamTest {

    @Test
    void hasASecondPersonForADrug() {
        UUID giver = new UUID(0, 101);
        UUID other = new UUID(0, 102);
        CareTeam team = new CareTeam(new UUID(0, 100), 1, List.of(new CareTeam.Member(new UUID(0, 1), giver, "MONITOR"),
                new CareTeam.Member(new UUID(0, 2), other, "THERAPIST"), new CareTeam.Member(new UUID(0, 3), null, "PRESCRIBER")));

        assertThat(team.seconds(other, giver)).isTrue();
        assertThat(team.seconds(giver, giver)).isFalse();
        assertThat(team.seconds(new UUID(0, 103), giver)).isFalse();
        assertThat(team.seconds(null, giver)).isFalse();
        assertThat(CareTeam.unknown(new UUID(0, 100)).seconds(other, giver)).isTrue();
        assertThat(new CareTeam(new UUID(0, 100), 1, team.members().subList(0, 1)).seconds(other, giver)).isTrue();
    }

    @Test
    void letsTwoCliniciansOfTheTeamCheckEachOther() {
        UUID monitor = new UUID(0, 101);
        UUID therapist = new UUID(0, 102);
        UUID coordinator = new UUID(0, 103);
        CareTeam team = teamOf(new CareTeam.Member(new UUID(0, 1), monitor, "MONITOR"), new CareTeam.Member(new UUID(0, 2), therapist, "THERAPIST"),
                new CareTeam.Member(new UUID(0, 3), coordinator, "CARE_COORDINATOR"));

        assertThat(team.checkEachOther(monitor, therapist)).isTrue();
        assertThat(team.checkEachOther(monitor, monitor)).isFalse();
        assertThat(team.checkEachOther(monitor, coordinator)).isFalse();
        assertThat(team.checkEachOther(UUID.randomUUID(), therapist)).isFalse();
        assertThat(team.checkEachOther(monitor, null)).isFalse();
        assertThat(CareTeam.unknown(new UUID(0, 100)).checkEachOther(monitor, therapist)).isTrue();
        assertThat(CareTeam.unknown(new UUID(0, 100)).checkEachOther(monitor, monitor)).isFalse();
    }

    @Test
    void isTreatedByItsCliniciansOnceOneIsKnown() {
        UUID therapist = new UUID(0, 1);
        UUID coordinator = new UUID(0, 2);
        CareTeam.Member coordinates = new CareTeam.Member(coordinator, null, "CARE_COORDINATOR");
        CareTeam team = teamOf(new CareTeam.Member(therapist, null, "THERAPIST"), coordinates);

        assertThat(team.treats(therapist)).isTrue();
        assertThat(team.treats(coordinator)).isFalse();
        assertThat(team.treats(UUID.randomUUID())).isFalse();
        assertThat(teamOf(coordinates).treats(UUID.randomUUID())).isTrue();
    }

    private static final UUID WHO = UUID.randomUUID();
    private static final UUID ACCOUNT = UUID.randomUUID();

    private static CareTeam teamOf(CareTeam.Member... members) {
        return new CareTeam(UUID.randomUUID(), 1, List.of(members));
    }

    @Test
    void leavesAlertsToTheWholeClinicWhileNobodyIsKnown() {
        CareTeam unknown = CareTeam.unknown(UUID.randomUUID());

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
    void reachesItsMembersAndTheClinicOnlyWhereItMust() {
        CareTeam heard = teamOf(new CareTeam.Member(WHO, ACCOUNT, "THERAPIST"));
        CareTeam unheard = teamOf(new CareTeam.Member(WHO, ACCOUNT, "CARE_COORDINATOR"));

        assertThat(heard.reaches(ACCOUNT, false, false, false)).isTrue();
        assertThat(heard.reaches(UUID.randomUUID(), true, false, false)).isFalse();
        assertThat(heard.reaches(UUID.randomUUID(), true, true, false)).isTrue();
        assertThat(heard.reaches(UUID.randomUUID(), true, false, true)).isTrue();
        assertThat(heard.reaches(UUID.randomUUID(), false, true, true)).isFalse();
        assertThat(unheard.reaches(ACCOUNT, false, false, false)).isTrue();
        assertThat(unheard.reaches(UUID.randomUUID(), true, false, false)).isTrue();
        assertThat(unheard.reaches(UUID.randomUUID(), false, false, false)).isFalse();
    }
}
