package health.stillpoint.patient.careteam.domain;

import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.practitioners.domain.Practitioner;
import health.stillpoint.patient.practitioners.domain.PractitionerId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Who cares for a patient now. FHIR CareTeam. Every change makes a new revision and no membership is forgotten.
 *
 * @param revision 0 = nobody was ever named; otherwise counts the changes
 * @param changedAt null at revision 0
 * @param held the memberships of now
 */
public record CareTeam(PatientId patientId, long revision, Instant changedAt, List<Membership> held) {

    public CareTeam {
        held = held.stream().sorted((a, b) -> Seat.ORDER.compare(a.seat(), b.seat())).toList();
    }

    /** The team of a patient for whom nobody was named. */
    public static CareTeam nobodyYet(PatientId patientId) {
        return new CareTeam(patientId, 0, null, List.of());
    }

    /**
     * What a change does.
     *
     * @param team the team afterwards
     * @param touched memberships that began or ended
     */
    public record Change(CareTeam team, List<Membership> touched) {

        public boolean isNone() {
            return touched.isEmpty();
        }
    }

    /** The places of now, in their order. */
    public List<Seat> seats() {
        return held.stream().map(Membership::seat).toList();
    }

    /**
     * Makes these the places of the team. Who stays keeps the day they came.
     *
     * @param staff those of the practitioners named who are known to the clinic
     * @throws CareTeamRefusal.Unsound with every fault at once
     */
    public Change seat(Collection<Seat> wanted, Collection<Practitioner> staff, Supplier<UUID> ids, Instant at, String by) {
        Set<Seat> seats = new TreeSet<>(Seat.ORDER);
        seats.addAll(wanted);
        requireSound(seats, staff);
        List<Membership> touched = new ArrayList<>();
        List<Membership> after = new ArrayList<>();
        for (Membership membership : held) {
            if (seats.remove(membership.seat())) {
                after.add(membership);
            } else {
                touched.add(membership.end(at, by));
            }
        }
        for (Seat seat : seats) {
            Membership begun = new Membership(ids.get(), seat, at, null, by, null);
            after.add(begun);
            touched.add(begun);
        }
        return changed(after, touched, at);
    }

    /** Ends the places a practitioner can no longer hold: all of somebody who left, or those of a role taken away. */
    public Change review(Practitioner practitioner, Instant at, String by) {
        List<Membership> touched = new ArrayList<>();
        List<Membership> after = new ArrayList<>();
        for (Membership membership : held) {
            boolean theirs = membership.seat().practitionerId().equals(practitioner.id());
            if (theirs && !(practitioner.isActive() && membership.seat().role().fits(practitioner))) {
                touched.add(membership.end(at, by));
            } else {
                after.add(membership);
            }
        }
        return changed(after, touched, at);
    }

    /** The same people as a new revision: something about them that the other services know has changed. */
    public CareTeam revised(Instant at) {
        return new CareTeam(patientId, revision + 1, at, held);
    }

    private Change changed(List<Membership> after, List<Membership> touched, Instant at) {
        return touched.isEmpty()
                ? new Change(this, touched)
                : new Change(new CareTeam(patientId, revision + 1, at, after), touched);
    }

    private static void requireSound(Set<Seat> seats, Collection<Practitioner> staff) {
        Map<PractitionerId, Practitioner> known =
                staff.stream().collect(Collectors.toMap(Practitioner::id, Function.identity()));
        List<CareTeamRefusal.Fault> faults = new ArrayList<>();
        boolean led = false;
        for (Seat seat : seats) {
            Practitioner practitioner = known.get(seat.practitionerId());
            if (practitioner == null) {
                faults.add(new CareTeamRefusal.Fault(CareTeamRefusal.Fault.Code.UNKNOWN_PRACTITIONER, seat));
            } else if (!practitioner.isActive()) {
                faults.add(new CareTeamRefusal.Fault(CareTeamRefusal.Fault.Code.PRACTITIONER_ENDED, seat));
            } else if (!seat.role().fits(practitioner)) {
                faults.add(new CareTeamRefusal.Fault(CareTeamRefusal.Fault.Code.ROLE_NOT_HELD, seat));
            }
            if (seat.role() == CareTeamRole.LEAD_PRESCRIBER) {
                if (led) {
                    faults.add(new CareTeamRefusal.Fault(CareTeamRefusal.Fault.Code.SECOND_LEAD, seat));
                }
                led = true;
            }
        }
        if (!faults.isEmpty()) {
            throw new CareTeamRefusal.Unsound(faults);
        }
    }
}
