package health.stillpoint.patient.screening;

import health.stillpoint.kit.id.Ids;
import health.stillpoint.kit.time.ClinicClock;
import health.stillpoint.patient.ClinicLimits;
import health.stillpoint.patient.intake.IntakeSigned;
import health.stillpoint.patient.intake.Intakes;
import health.stillpoint.patient.intake.domain.Intake;
import health.stillpoint.patient.intake.domain.IntakeContent;
import health.stillpoint.patient.patients.Patients;
import health.stillpoint.patient.patients.domain.Patient;
import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.practitioners.Practitioners;
import health.stillpoint.patient.programme.Programmes;
import health.stillpoint.patient.programme.domain.ProgrammeFact;
import health.stillpoint.patient.screening.domain.Clearance;
import health.stillpoint.patient.screening.domain.Condition;
import health.stillpoint.patient.screening.domain.EarlierExclusion;
import health.stillpoint.patient.screening.domain.Screening;
import health.stillpoint.patient.screening.domain.ScreeningAnswers;
import health.stillpoint.patient.screening.domain.ScreeningCase;
import health.stillpoint.patient.screening.domain.ScreeningRefusal;
import health.stillpoint.patient.screening.domain.ScreeningRepository;
import health.stillpoint.patient.screening.domain.ScreeningResult;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** Recording screening visits and clearing what may be cleared. */
@ApplicationScoped
public class Screenings {

    private final ScreeningRepository repository;
    private final ScreeningPolicies policies;
    private final ClinicLimits limits;
    private final Patients patients;
    private final Intakes intakes;
    private final Programmes programmes;
    private final Practitioners practitioners;
    private final ClinicClock clock;
    private final Event<ScreeningRecorded> recordings;

    Screenings(ScreeningRepository repository, ScreeningPolicies policies, ClinicLimits limits, Patients patients,
            Intakes intakes, Programmes programmes, Practitioners practitioners, ClinicClock clock, Event<ScreeningRecorded> recordings) {
        this.repository = repository;
        this.policies = policies;
        this.limits = limits;
        this.patients = patients;
        this.intakes = intakes;
        this.programmes = programmes;
        this.practitioners = practitioners;
        this.clock = clock;
        this.recordings = recordings;
    }

    /** A screening and what the rules say about it today. */
    public record Read(Screening screening, ScreeningResult result) { }

    /** @param answersAt makes the answers, given the moment to assume when the visit names none */
    public Read record(PatientId patientId, Function<Instant, ScreeningAnswers> answersAt, UUID recordedBy) {
        Instant now = clock.now();
        Patient patient = patients.lock(patientId).value();
        ScreeningAnswers answers = answersAt.apply(now);
        requireUnderstood(answers, patient, now);
        boolean late = answers.performedAt().isBefore(now.minus(numbers().late()));
        Screening screening = new Screening(Ids.next(), patientId, answers, recordedBy, now, late, List.of());
        repository.add(screening);
        Read read = read(screening, patient, now);
        boolean latest = repository.latest(patientId).map(Screening::id).filter(screening.id()::equals).isPresent();
        if (latest) {
            programmes.note(patientId, new ProgrammeFact.Screened(screening.id(), read.result().isComplete()));
        }
        recordings.fire(new ScreeningRecorded(patientId, screening.id(), read.result(), latest));
        return read;
    }

    private void requireUnderstood(ScreeningAnswers answers, Patient patient, Instant now) {
        List<String> notUnderstood = policies.ofThisClinic().notUnderstood(answers);
        if (!notUnderstood.isEmpty()) {
            throw new ScreeningRefusal.NotUnderstood(notUnderstood);
        }
        List<String> twice = answers.rowsAnsweredTwice();
        if (!twice.isEmpty()) {
            throw new ScreeningRefusal.AnsweredTwice(twice);
        }
        Map<String, String> contradictions = policies.ofThisClinic().contradictions(answers);
        if (!contradictions.isEmpty()) {
            throw new ScreeningRefusal.Contradictory(contradictions);
        }
        LocalDate today = now.atZone(patient.timeZone()).toLocalDate();
        ScreeningAnswers.Tests tests = answers.tests();
        List<LocalDate> daysOfFindings = answers.findings().stream().map(ScreeningAnswers.Answer::on).filter(Objects::nonNull).toList();
        List<LocalDate> daysOfTests = Stream.of(tests.urineDrugScreenAt(), tests.pregnancyTestAt(), tests.tshAt(), tests.liverAt(),
                tests.ecgAt()).filter(Objects::nonNull).toList();
        if (answers.performedAt().isBefore(now.minus(numbers().longestAgo()))) {
            throw ScreeningRefusal.ImplausibleDate.performedTooLongAgo(numbers().longestAgo().toDays());
        }
        if (daysOfFindings.stream().anyMatch(day -> day.isBefore(patient.birthDate()))) {
            throw ScreeningRefusal.ImplausibleDate.beforeBirth("findings");
        }
        if (daysOfTests.stream().anyMatch(day -> day.isBefore(patient.birthDate()))) {
            throw ScreeningRefusal.ImplausibleDate.beforeBirth("tests");
        }
        boolean dayAhead = Stream.concat(daysOfFindings.stream(), daysOfTests.stream()).anyMatch(day -> day.isAfter(today));
        if (dayAhead || answers.performedAt().isAfter(now.plus(numbers().ahead()))) {
            throw new ScreeningRefusal.InTheFuture();
        }
    }

    public List<Read> of(PatientId patientId) {
        Patient patient = patients.read(patientId).value();
        IntakeContent intake = intakeOf(patientId);
        return repository.of(patientId).stream().map(screening -> read(screening, patient, intake, clock.now())).toList();
    }

    public Read withId(PatientId patientId, UUID id) {
        Patient patient = patients.read(patientId).value();
        Screening screening = repository.withId(patientId, id).orElseThrow(ScreeningRefusal.NoSuchScreening::new);
        return read(screening, patient, clock.now());
    }

    /** The one performed last. */
    public Optional<Screening> latest(PatientId patientId) {
        return repository.latest(patientId);
    }

    /** Excluding findings of the screenings before the latest one, each judged as on its own day. */
    public List<EarlierExclusion> earlierExclusions(PatientId patientId) {
        Patient patient = patients.read(patientId).value();
        IntakeContent intake = intakeOf(patientId);
        return repository.of(patientId).stream().skip(1)
                .map(earlier -> policies.ofThisClinic().exclusions(
                        earlier.id(), asOf(earlier.answers().performedAt(), earlier, patient, intake)))
                .flatMap(List::stream)
                .toList();
    }

    /** A physician clears a relative finding for a time. */
    public Clearance clear(PatientId patientId, UUID screeningId, String findingCode, UUID physician, String rationale,
            Set<Condition> conditions, Duration validFor) {
        patients.lock(patientId);
        Read read = withId(patientId, screeningId);
        Clearance clearance = Clearance.grant(Ids.next(), screeningId, read.result(), findingCode, physician,
                practitioners.isPsychiatrist(physician), clock.now(), rationale, conditions, validFor, numbers());
        repository.add(patientId, clearance);
        return clearance;
    }

    /** The longest a clearance may hold. */
    public Duration longestClearance() {
        return Duration.ofDays(numbers().clearanceDays());
    }

    /** A screening that came before the intake is complete once the intake answers its rows. */
    void askAgain(@Observes IntakeSigned signed) {
        PatientId patientId = signed.intake().patientId();
        repository.latest(patientId).ifPresent(screening -> {
            Read read = read(screening, patients.read(patientId).value(), clock.now());
            programmes.note(patientId, new ProgrammeFact.Screened(screening.id(), read.result().isComplete()));
        });
    }

    private ScreeningConfig numbers() {
        return limits.of(ScreeningConfig.class);
    }

    private Read read(Screening screening, Patient patient, Instant at) {
        return read(screening, patient, intakeOf(patient.id()), at);
    }

    private Read read(Screening screening, Patient patient, IntakeContent intake, Instant at) {
        return new Read(screening, policies.ofThisClinic().evaluate(asOf(at, screening, patient, intake)));
    }

    /** The latest signed one; null while there is none. */
    private IntakeContent intakeOf(PatientId patientId) {
        return intakes.latestSigned(patientId).map(Intake::content).orElse(null);
    }

    private static ScreeningCase asOf(Instant at, Screening screening, Patient patient, IntakeContent intake) {
        return new ScreeningCase(screening.answers(), patient.ageAt(at), patient.sexAtBirth(), intake,
                screening.answers().performedAt().atZone(patient.timeZone()).toLocalDate(),
                at.atZone(patient.timeZone()).toLocalDate());
    }
}
