package health.stillpoint.patient.programme;

import health.stillpoint.kit.operation.Operation;
import health.stillpoint.kit.outbox.Outbox;
import health.stillpoint.kit.time.ClinicClock;
import health.stillpoint.patient.ClinicLimits;
import health.stillpoint.patient.patients.IdentityErased;
import health.stillpoint.patient.patients.Patients;
import health.stillpoint.patient.patients.RecordsMerged;
import health.stillpoint.patient.patients.domain.Patient;
import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.patients.domain.ProgrammeState;
import health.stillpoint.patient.programme.domain.Programme;
import health.stillpoint.patient.programme.domain.ProgrammeFact;
import health.stillpoint.patient.programme.domain.ProgrammeFacts;
import health.stillpoint.patient.programme.domain.ProgrammeRefusal;
import health.stillpoint.patient.programme.domain.ProgrammeRepository;
import health.stillpoint.patient.programme.domain.ProgrammeRepository.RecordedTransition;
import health.stillpoint.patient.programme.domain.Transition;
import health.stillpoint.patient.programme.messaging.ProgrammeEvents;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Moves patients through the programme as facts become known. */
@ApplicationScoped
public class Programmes {

    private final ProgrammeRepository repository;
    private final Patients patients;
    private final Outbox outbox;
    private final ClinicClock clock;
    private final ClinicLimits limits;
    private final Event<ProgrammeEnded> ends;

    Programmes(ProgrammeRepository repository, Patients patients, Outbox outbox, ClinicClock clock, ClinicLimits limits,
            Event<ProgrammeEnded> ends) {
        this.repository = repository;
        this.patients = patients;
        this.outbox = outbox;
        this.clock = clock;
        this.limits = limits;
        this.ends = ends;
    }

    /** Keeps a fact about a patient and takes the steps it allows; the patient's row is locked, so facts queue up. */
    public Programme note(PatientId id, ProgrammeFact fact) {
        return note(id, fact, null);
    }

    /** The same with a clinician's closing note, kept with the step and told to nobody. */
    public Programme note(PatientId id, ProgrammeFact fact, String closingNote) {
        Patient patient = patients.lock(id).value();
        Programme programme = of(id);
        List<Transition> steps = programme.note(fact, clock.now());
        repository.save(id, programme, steps, Operation.current().actor().subject(), closingNote);
        steps.forEach(step -> outbox.append(ProgrammeEvents.changed(id, step)));
        if (!steps.isEmpty()) {
            patients.moveTo(patient, programme.state());
            if (programme.isOver()) {
                ends.fire(new ProgrammeEnded(id, programme.state()));
            }
        }
        return programme;
    }

    /** Refuses what leads to a dose once the programme was stopped or closed. */
    public void requireGoingOn(PatientId id) {
        Programme programme = of(id);
        if (programme.isOver()) {
            throw new ProgrammeRefusal.Ended(programme.state());
        }
    }

    /** When the programme of this person last stopped for a reason that speaks against every further dose; empty if it never did. */
    public Optional<Instant> stoppedForHarmAt(PatientId id) {
        return history(id).stream().map(RecordedTransition::transition).filter(Transition::isStopForHarm).map(Transition::at)
                .max(Comparator.naturalOrder());
    }

    /** The programme of the record that ends stops; its holds hold back the one that goes on. Decisions end for the merge itself, before. */
    void stop(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) RecordsMerged merge) {
        stop(merge.merged(), "RECORDS_MERGED");
        ProgrammeFacts ended = of(merge.merged()).facts();
        note(merge.survivor(), new ProgrammeFact.HoldsTakenOver(ended.holdsOpen, ended.holdsCleared));
    }

    /** The programme of a person without identity stops. */
    void stop(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) IdentityErased erased) {
        stop(erased.patientId(), "IDENTITY_ERASED");
    }

    private void stop(PatientId id, String reasonCode) {
        ProgrammeState state = of(id).state();
        if (state != ProgrammeState.CLOSED && state != ProgrammeState.STOPPED) {
            note(id, new ProgrammeFact.StopDecided(reasonCode));
        }
    }

    /** Where the patient stands and what is known; the patient must exist. */
    public Programme of(PatientId id) {
        return repository.of(id).orElseGet(() -> Programme.referred(limits.of(ProgrammeConfig.class)));
    }

    public List<RecordedTransition> history(PatientId id) {
        return repository.history(id);
    }
}
