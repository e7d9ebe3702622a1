package health.stillpoint.patient.careteam.domain;

import static health.stillpoint.patient.careteam.domain.CareTeamRole.LEAD_PRESCRIBER;
import static health.stillpoint.patient.careteam.domain.CareTeamRole.MONITOR;
import static health.stillpoint.patient.careteam.domain.CareTeamRole.PRESCRIBER;
import static health.stillpoint.patient.careteam.domain.CareTeamRole.THERAPIST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import health.stillpoint.patient.fixtures.Facts;
import health.stillpoint.patient.fixtures.Staff;
import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.practitioners.domain.Practitioner;
import health.stillpoint.patient.practitioners.domain.PractitionerId;
import health.stillpoint.patient.practitioners.domain.PractitionerRole;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CareTeamTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-03-03T09:00:00Z");
    private static final Practitioner ADA = Staff.prescriber();
    private static final Practitioner BEN = Staff.therapist();
    private static final List<Practitioner> STAFF = List.of(ADA, BEN);
    private static final Seat LEAD = new Seat(ADA.id(), LEAD_PRESCRIBER);
    private static final Seat THERAPY = new Seat(BEN.id(), THERAPIST);

    private static CareTeam aTeamOfTwo() {
        return seated(CareTeam.nobodyYet(new PatientId(Facts.PATIENT)), MONDAY, LEAD, THERAPY).team();
    }

    private static CareTeam.Change seated(CareTeam team, Instant at, Seat... seats) {
        return team.seat(List.of(seats), STAFF, UUID::randomUUID, at, "who");
    }

    private static List<CareTeamRefusal.Fault.Code> faults(List<Practitioner> staff, Seat... seats) {
        CareTeam nobody = CareTeam.nobodyYet(new PatientId(Facts.PATIENT));
        return catchThrowableOfType(CareTeamRefusal.Unsound.class,
                () -> nobody.seat(List.of(seats), staff, UUID::randomUUID, MONDAY, "who"))
                .faults().stream().map(CareTeamRefusal.Fault::code).toList();
    }

    @Test
    void beginsWithNobodyAndCountsItsChanges() {
        CareTeam nobody = CareTeam.nobodyYet(new PatientId(Facts.PATIENT));

        assertThat(nobody.revision()).isZero();
        assertThat(nobody.seats()).isEmpty();
        assertThat(aTeamOfTwo().revision()).isOne();
        assertThat(aTeamOfTwo().seats()).containsExactly(LEAD, THERAPY);
    }

    @Test
    void keepsTheDaySomebodyCameAndGivesAnEndToWhoIsLeftOut() {
        // When
        CareTeam.Change change = seated(aTeamOfTwo(), TUESDAY, LEAD);

        // Then
        assertThat(change.team().held()).extracting(Membership::from).containsExactly(MONDAY);
        assertThat(change.touched()).extracting(Membership::seat, Membership::from, Membership::to, Membership::removedBy)
                .containsExactly(tuple(THERAPY, MONDAY, TUESDAY, "who"));
        assertThat(change.team().revision()).isEqualTo(2);
        assertThat(change.isNone()).isFalse();
        assertThat(change.team().held()).allMatch(Membership::isHeld);
        assertThat(change.touched()).noneMatch(Membership::isHeld);
    }

    @Test
    void isInTheOrderOfItsRolesWhoeverCameFirst() {
        CareTeam therapistFirst = seated(CareTeam.nobodyYet(new PatientId(Facts.PATIENT)), MONDAY, THERAPY).team();

        assertThat(seated(therapistFirst, TUESDAY, THERAPY, LEAD).team().seats()).containsExactly(LEAD, THERAPY);
    }

    @Test
    void isANewRevisionOfTheSamePeopleWhenSomethingAboutThemChanged() {
        CareTeam team = aTeamOfTwo();

        assertThat(team.revised(TUESDAY)).isEqualTo(new CareTeam(team.patientId(), 2, TUESDAY, team.held()));
    }

    @Test
    void isNotChangedByTheSameTeamOrAPlaceNamedTwice() {
        CareTeam.Change change = seated(aTeamOfTwo(), TUESDAY, THERAPY, LEAD, LEAD);

        assertThat(change.isNone()).isTrue();
        assertThat(change.team().revision()).isOne();
    }

    @Test
    void mayBeEmptiedAgain() {
        assertThat(seated(aTeamOfTwo(), TUESDAY).team().seats()).isEmpty();
    }

    @Test
    void hasOneLeadPrescriberAtMost() {
        Practitioner other = Staff.who(UUID.randomUUID(), null, PractitionerRole.PRESCRIBER);

        assertThat(faults(List.of(ADA, other), LEAD, new Seat(other.id(), LEAD_PRESCRIBER)))
                .containsExactly(CareTeamRefusal.Fault.Code.SECOND_LEAD);
        assertThat(CareTeam.nobodyYet(new PatientId(Facts.PATIENT))
                        .seat(List.of(LEAD, new Seat(other.id(), PRESCRIBER)), List.of(ADA, other), UUID::randomUUID, MONDAY, "who")
                        .team().seats())
                .hasSize(2);
    }

    @Test
    void namesEveryFaultAtOnce() {
        Practitioner gone = ADA.end(Practitioner.EndReason.LEFT, MONDAY);

        assertThat(faults(List.of(gone, BEN), LEAD, new Seat(BEN.id(), MONITOR),
                        new Seat(new PractitionerId(UUID.randomUUID()), THERAPIST)))
                .containsExactlyInAnyOrder(CareTeamRefusal.Fault.Code.PRACTITIONER_ENDED,
                        CareTeamRefusal.Fault.Code.ROLE_NOT_HELD, CareTeamRefusal.Fault.Code.UNKNOWN_PRACTITIONER);
    }

    @Test
    void losesWhoLeavesTheClinicAndNobodyElse() {
        CareTeam.Change change = aTeamOfTwo().review(ADA.end(Practitioner.EndReason.LEFT, TUESDAY), TUESDAY, "admin");

        assertThat(change.team().seats()).containsExactly(THERAPY);
        assertThat(change.touched()).extracting(Membership::to).containsExactly(TUESDAY);
    }

    @Test
    void losesThePlaceThatRestsOnARoleTakenAway() {
        Practitioner nowMonitor = Staff.who(Facts.PRESCRIBER, Facts.SUBJECT, PractitionerRole.MONITOR);
        Practitioner nowBoth = Staff.who(Facts.PRESCRIBER, Facts.SUBJECT, PractitionerRole.MONITOR, PractitionerRole.PRESCRIBER);

        assertThat(aTeamOfTwo().review(nowMonitor, TUESDAY, "admin").team().seats()).containsExactly(THERAPY);
        assertThat(aTeamOfTwo().review(nowBoth, TUESDAY, "admin").isNone()).isTrue();
    }
}
