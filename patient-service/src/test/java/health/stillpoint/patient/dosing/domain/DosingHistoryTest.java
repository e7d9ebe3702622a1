package health.stillpoint.patient.dosing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DosingHistoryTest {

    private static final Instant DOSED = Instant.parse("2026-03-09T09:30:00Z");
    private static final UUID DOSE = new UUID(0, 1);
    private static final UUID SESSION = new UUID(0, 2);

    @Test
    void countsNobodyAsSedatedWhoWasNeverDosed() {
        assertThat(DosingHistory.NONE.mayBeSedated()).isFalse();
        assertThat(DosingHistory.NONE.lastDoseEndedAt()).isEmpty();
    }

    @Test
    void countsAsSedatedUntilRecoveryIsKnown() {
        DosingHistory dosed = dosed();

        assertThat(dosed.mayBeSedated()).isTrue();
        assertThat(dosed.recovered(SESSION, DOSED.plus(Duration.ofHours(2))).mayBeSedated()).isFalse();
    }

    @Test
    void saysTheSameWhenTheRecoveryIsHeardBeforeTheDose() {
        DosingHistory recoveryFirst = DosingHistory.NONE.recovered(SESSION, DOSED.plus(Duration.ofHours(2)))
                .with(DOSE, new DosingHistory.Dose(SESSION, Route.IM, null, DOSED));

        assertThat(recoveryFirst).isEqualTo(dosed().recovered(SESSION, DOSED.plus(Duration.ofHours(2))));
        assertThat(recoveryFirst.mayBeSedated()).isFalse();
    }

    @Test
    void isNotReassuredByARecoveryFromAnEarlierDose() {
        assertThat(dosed().recovered(UUID.randomUUID(), DOSED.minusSeconds(1)).mayBeSedated()).isTrue();
        assertThat(dosed().recovered(UUID.randomUUID(), DOSED).mayBeSedated()).isFalse();
    }

    @Test
    void knowsTheLastOfSeveralDoses() {
        DosingHistory twice = dosed().with(new UUID(0, 9), new DosingHistory.Dose(SESSION, Route.IM, null, DOSED.minusSeconds(600)));

        assertThat(twice.lastDoseEndedAt()).contains(DOSED);
    }

    @Test
    void countsSessionsAndNotTopUps() {
        DosingHistory toppedUp = dosed().with(new UUID(0, 9), new DosingHistory.Dose(SESSION, Route.IM, null, DOSED.plusSeconds(600)));
        DosingHistory anotherDay = toppedUp.with(new UUID(0, 10),
                new DosingHistory.Dose(new UUID(0, 11), Route.IM, null, DOSED.plus(Duration.ofDays(7))));

        assertThat(toppedUp.dosingSessions()).isEqualTo(1);
        assertThat(anotherDay.dosingSessions()).isEqualTo(2);
    }

    @Test
    void countsWhatWasHeardOfBothRecordsOfAPerson() {
        UUID course = new UUID(0, 12);
        DosingHistory other = dosed().recovered(SESSION, DOSED.plus(Duration.ofHours(2)))
                .planned(course, new DosingHistory.Course(Route.IM, DOSED)).ended(course, DOSED);

        assertThat(DosingHistory.NONE.with(other)).isEqualTo(other);
        assertThat(other.with(DosingHistory.NONE)).isEqualTo(other);
        assertThat(DosingHistory.NONE.with(dosed()).mayBeSedated()).isTrue();
        assertThat(dosed().with(dosed()).dosingSessions()).isOne();
    }

    @Test
    void countsADoseToTheCourseThatWasPlannedBeforeIt() {
        UUID course = new UUID(0, 12);
        DosingHistory before = dosed().planned(course, new DosingHistory.Course(Route.IM, DOSED.minusSeconds(1)));
        DosingHistory after = dosed().planned(course, new DosingHistory.Course(Route.IM, DOSED.plusSeconds(1)));

        assertThat(before.mayHaveDosesIn(course)).isTrue();
        assertThat(after.mayHaveDosesIn(course)).isFalse();
        assertThat(dosed().mayHaveDosesIn(course)).isTrue();
        assertThat(DosingHistory.NONE.mayHaveDosesIn(course)).isFalse();
    }

    private static DosingHistory dosed() {
        return DosingHistory.NONE.with(DOSE, new DosingHistory.Dose(SESSION, Route.IM, null, DOSED));
    }
}
