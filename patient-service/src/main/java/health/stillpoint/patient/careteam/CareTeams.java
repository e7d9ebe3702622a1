package health.stillpoint.patient.careteam;

import health.stillpoint.kit.id.Ids;
import health.stillpoint.kit.operation.Operation;
import health.stillpoint.kit.outbox.OutboundEvent;
import health.stillpoint.kit.outbox.Outbox;
import health.stillpoint.kit.time.ClinicClock;
import health.stillpoint.patient.careteam.domain.CareTeam;
import health.stillpoint.patient.careteam.domain.CareTeamRepository;
import health.stillpoint.patient.careteam.domain.Membership;
import health.stillpoint.patient.careteam.domain.Seat;
import health.stillpoint.patient.careteam.messaging.CareTeamEvents;
import health.stillpoint.patient.patients.IdentityErased;
import health.stillpoint.patient.patients.Patients;
import health.stillpoint.patient.patients.RecordsMerged;
import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.practitioners.PractitionerChanged;
import health.stillpoint.patient.practitioners.Practitioners;
import health.stillpoint.patient.practitioners.domain.Practitioner;
import health.stillpoint.patient.practitioners.domain.PractitionerId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who cares for whom: the teams to which alerts go. */
@ApplicationScoped
public class CareTeams {

    private final CareTeamRepository repository;
    private final Patients patients;
    private final Practitioners practitioners;
    private final Outbox outbox;
    private final ClinicClock clock;

    CareTeams(CareTeamRepository repository, Patients patients, Practitioners practitioners, Outbox outbox, ClinicClock clock) {
        this.repository = repository;
        this.patients = patients;
        this.practitioners = practitioners;
        this.outbox = outbox;
        this.clock = clock;
    }

    public CareTeam of(PatientId patientId) {
        patients.read(patientId);
        return repository.of(patientId);
    }

    /** Every place there was, oldest first, up to {@code limit} behind the given one; null = from the oldest. */
    public List<Membership> history(PatientId patientId, UUID last, int limit) {
        patients.read(patientId);
        return repository.history(patientId, last, limit);
    }

    /** Everybody named in a team, whether they still work here or not. */
    public List<Practitioner> staffOf(Collection<Membership> memberships) {
        return practitioners.withIds(memberships.stream().map(membership -> membership.seat().practitionerId()).toList());
    }

    /**
     * Names the team anew. Practitioners are held before the patient, as {@link #review} does, so that neither waits for the
     * other crosswise.
     *
     * @param present is told the revision of now and refuses a caller who has not seen it
     */
    public CareTeam name(PatientId patientId, Collection<Seat> wanted, LongConsumer present) {
        Set<PractitionerId> ids = wanted.stream().map(Seat::practitionerId).collect(Collectors.toSet());
        List<Practitioner> staff = practitioners.withIdsKept(ids);
        patients.lock(patientId);
        CareTeam before = repository.of(patientId);
        present.accept(before.revision());
        CareTeam.Change change =
                before.seat(wanted, staff, Ids::next, clock.now(), Operation.current().actor().subject());
        if (!change.isNone()) {
            save(change.team(), change.touched());
        }
        return change.team();
    }

    /** Somebody left, lost a role or signs in otherwise: every team they are on follows. */
    void review(@Observes PractitionerChanged changed) {
        Practitioner after = changed.after();
        boolean otherSubject = !Objects.equals(changed.before().subjectId(), after.subjectId());
        Instant now = clock.now();
        for (PatientId patientId : repository.patientsOf(after.id())) {
            patients.lock(patientId);
            CareTeam before = repository.of(patientId);
            CareTeam.Change change = before.review(after, now, Operation.current().actor().subject());
            if (!change.isNone()) {
                save(change.team(), change.touched());
            } else if (otherSubject) {
                save(before.revised(now), List.of());
            }
        }
    }

    /** Nobody cares for a record that ends; whoever goes on caring is named in the one that goes on. */
    void dissolve(@Observes RecordsMerged merge) {
        dissolve(merge.merged());
    }

    /** Nor for a person whose identity was removed. */
    void dissolve(@Observes IdentityErased erased) {
        dissolve(erased.patientId());
    }

    private void dissolve(PatientId patientId) {
        CareTeam.Change change = repository.of(patientId)
                .seat(List.of(), List.of(), Ids::next, clock.now(), Operation.current().actor().subject());
        if (!change.isNone()) {
            save(change.team(), change.touched());
        }
    }

    private void save(CareTeam team, List<Membership> touched) {
        repository.save(team, touched);
        outbox.append(CareTeamEvents.changed(team, staffOf(team.held())));
    }

    /** The facts of all teams, to be told once more. */
    public Stream<OutboundEvent> facts() {
        return repository.all().stream().map(team -> CareTeamEvents.changed(team, staffOf(team.held())));
    }
}
