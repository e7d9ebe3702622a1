package health.stillpoint.patient.intake;

import health.stillpoint.kit.id.Ids;
import health.stillpoint.kit.outbox.OutboundEvent;
import health.stillpoint.kit.outbox.Outbox;
import health.stillpoint.kit.time.ClinicClock;
import health.stillpoint.patient.ClinicLimits;
import health.stillpoint.patient.intake.domain.Intake;
import health.stillpoint.patient.intake.domain.IntakeContent;
import health.stillpoint.patient.intake.domain.IntakeRefusal;
import health.stillpoint.patient.intake.domain.IntakeRepository;
import health.stillpoint.patient.intake.domain.LowStartPolicy;
import health.stillpoint.patient.intake.domain.LowStartTrigger;
import health.stillpoint.patient.intake.domain.Nature;
import health.stillpoint.patient.intake.domain.NatureReview;
import health.stillpoint.patient.intake.messaging.IntakeEvents;
import health.stillpoint.patient.patients.Patients;
import health.stillpoint.patient.patients.domain.Patient;
import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.patients.domain.Versioned;
import health.stillpoint.patient.programme.Programmes;
import health.stillpoint.patient.programme.domain.ProgrammeFact;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/** Writing and signing intake evaluations. */
@ApplicationScoped
public class Intakes {

    private final IntakeRepository repository;
    private final Patients patients;
    private final Programmes programmes;
    private final Outbox outbox;
    private final ClinicClock clock;
    private final ClinicLimits limits;
    private final Event<IntakeSigned> signings;

    Intakes(IntakeRepository repository, Patients patients, Programmes programmes, Outbox outbox, ClinicClock clock,
            ClinicLimits limits, Event<IntakeSigned> signings) {
        this.repository = repository;
        this.patients = patients;
        this.programmes = programmes;
        this.outbox = outbox;
        this.clock = clock;
        this.limits = limits;
        this.signings = signings;
    }

    /** What the rules say about an intake as it stands. */
    public record Reading(Set<Nature> dominant, Set<Nature> questioned, Set<LowStartTrigger> lowStart) { }

    /** Opens a draft of the next version. */
    public Versioned<Intake> draft(PatientId patientId, IntakeContent content, UUID author) {
        programmes.note(patientId, new ProgrammeFact.IntakeOpened());
        List<Versioned<Intake>> earlier = repository.of(patientId);
        if (earlier.stream().anyMatch(intake -> !intake.value().isSigned())) {
            throw new IntakeRefusal.DraftOpen();
        }
        return repository.add(Intake.draft(Ids.next(), patientId, earlier.size() + 1, content, author));
    }

    public Versioned<Intake> read(PatientId patientId, UUID id) {
        patients.read(patientId);
        return repository.withId(patientId, id).orElseThrow(IntakeRefusal.NoSuchIntake::new);
    }

    public List<Versioned<Intake>> of(PatientId patientId) {
        patients.read(patientId);
        return repository.of(patientId);
    }

    /** Newest first, up to {@code limit} behind the given one; null = from the newest. */
    public List<Versioned<Intake>> of(PatientId patientId, UUID last, int limit) {
        patients.read(patientId);
        return repository.of(patientId, last, limit);
    }

    /** @param present is told the version of now and refuses a caller who has not seen it */
    public Versioned<Intake> edit(PatientId patientId, UUID id, IntakeContent content, UUID editor, LongConsumer present) {
        patients.lock(patientId);
        Versioned<Intake> known = read(patientId, id);
        present.accept(known.version());
        return repository.save(known.value().edit(content, editor));
    }

    /**
     * The other services hear of diagnoses the programme treats; any other one is declined at the review.
     *
     * @param present is told the version of now and refuses a caller who has not seen it
     */
    public Versioned<Intake> sign(PatientId patientId, UUID id, UUID clinician, LongConsumer present) {
        Instant now = clock.now();
        Patient patient = patients.lock(patientId).value();
        Versioned<Intake> known = read(patientId, id);
        present.accept(known.version());
        Intake signed = known.value().sign(clinician, now);
        Versioned<Intake> stored = repository.save(signed);
        Reading reading = reading(signed.content(), patient);
        if (signed.content().primaryDiagnosis().code().inScope()) {
            outbox.append(IntakeEvents.signed(signed, reading.dominant(), reading.lowStart(), now));
        }
        programmes.note(patientId,
                new ProgrammeFact.IntakeSigned(signed.content().primaryDiagnosis().code().primaryEndpoint()));
        signings.fire(new IntakeSigned(signed));
        return stored;
    }

    /** The facts of all intakes that hold, to be told once more. */
    public Stream<OutboundEvent> signedFacts() {
        return repository.newestSigned().stream()
                .filter(intake -> intake.content().primaryDiagnosis().code().inScope())
                .map(this::signedFact);
    }

    private OutboundEvent signedFact(Intake intake) {
        Reading reading = reading(intake.patientId(), intake.content());
        Instant signedAt = ((Intake.State.Signed) intake.state()).at();
        return IntakeEvents.signed(intake, reading.dominant(), reading.lowStart(), signedAt);
    }

    public Optional<Intake> latestSigned(PatientId patientId) {
        return repository.latestSigned(patientId);
    }

    public Reading reading(PatientId patientId, IntakeContent content) {
        return reading(content, patients.read(patientId).value());
    }

    /** Whether ketamine was given before is asked at the candidacy review, where prior treatments are known. */
    private Reading reading(IntakeContent content, Patient patient) {
        IntakeConfig numbers = limits.of(IntakeConfig.class);
        Set<Nature> dominant = content.nature() == null ? Set.of() : content.nature().dominant(numbers.prominentNature());
        return new Reading(dominant, NatureReview.questioned(content, numbers),
                LowStartPolicy.triggers(content, patients.ageOf(patient), false, numbers));
    }
}
