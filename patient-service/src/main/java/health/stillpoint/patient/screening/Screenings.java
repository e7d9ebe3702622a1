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
import health.stillpoint.patient.patients.domain.Versioned;
import health.stillpoint.patient.practitioners.Practitioners;
import health.stillpoint.patient.programme.Programmes;
import health.stillpoint.patient.programme.domain.ProgrammeFact;
import health.stillpoint.patient.screening.domain.Clearance;
import health.stillpoint.patient.screening.domain.EarlierFinding;
import health.stillpoint.patient.screening.domain.RecordedDays;
import health.stillpoint.patient.screening.domain.Screening;
import health.stillpoint.patient.screening.domain.ScreeningAnswers;
import health.stillpoint.patient.screening.domain.ScreeningAnswers.SuicideRisk;
import health.stillpoint.patient.screening.domain.ScreeningCase;
import health.stillpoint.patient.screening.domain.ScreeningPolicy;
import health.stillpoint.patient.screening.domain.ScreeningRefusal;
import health.stillpoint.patient.screening.domain.ScreeningRepository;
import health.stillpoint.patient.screening.domain.ScreeningResult;
import health.stillpoint.patient.screening.domain.SuicideAlerts;
import health.stillpoint.patient.screening.domain.SuicideAlerts.SuicideAlert;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
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
    private final SuicideAlerts alerts;
    private final ClinicClock clock;
    private final Event<ScreeningRecorded> recordings;

    Screenings(ScreeningRepository repository, ScreeningPolicies policies, ClinicLimits limits, Patients patients,
            Intakes intakes, Programmes programmes, Practitioners practitioners, SuicideAlerts alerts,
            ClinicClock clock, Event<ScreeningRecorded> recordings) {
        this.repository = repository;
        this.policies = policies;
        this.limits = limits;
        this.patients = patients;
        this.intakes = intakes;
        this.programmes = programmes;
        this.practitioners = practitioners;
        this.alerts = alerts;
        this.clock = clock;
        this.recordings = recordings;
    }

    /** A screening and what the rules say about it today. */
    public record Read(Screening screening, ScreeningResult result) { }

    /** @param answersAt makes the answers, given the moment to assume when the visit names none */
    public Read record(PatientId patientId, Function<Instant, ScreeningAnswers> answersAt, UUID recordedBy) {
        Instant now = clock.now();
        Patient patient = patients.lock(patientId).value();
        ScreeningAnswers told = answersAt.apply(now);
        requireUnderstood(told, patient, now);
        ScreeningAnswers answers = told.performedAtLatest(now);
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
        RecordedDays days = RecordedDays.of(answers);
        if (answers.performedAt().isBefore(now.minus(numbers().longestAgo()))) {
            throw ScreeningRefusal.ImplausibleDate.performedTooLongAgo(numbers().longestAgo().toDays());
        }
        List<String> beforeBirth = days.where(day -> day.isBefore(patient.birthDate()));
        if (!beforeBirth.isEmpty()) {
            throw ScreeningRefusal.ImplausibleDate.beforeBirth(beforeBirth);
        }
        List<String> ahead = new ArrayList<>(days.where(day -> day.isAfter(today)));
        if (answers.performedAt().isAfter(now.plus(numbers().ahead()))) {
            ahead.addFirst("performedAt");
        }
        if (!ahead.isEmpty()) {
            throw new ScreeningRefusal.InTheFuture(ahead);
        }
    }

    /** The one performed last first, up to {@code limit} behind the given one; null = from the first. */
    public List<Read> of(PatientId patientId, UUID last, int limit) {
        Patient patient = patients.read(patientId).value();
        IntakeContent intake = intakeOf(patientId);
        Map<SuicideRisk, Instant> alertedAt = suicideAlertedAt(patientId);
        return repository.of(patientId, last, limit).stream()
                .map(screening -> read(screening, patient, intake, alertedAt, clock.now()))
                .toList();
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

    /** Whether the person was found unable to consent when last asked: a screening that does not ask takes nothing back. */
    public boolean lacksCapacity(PatientId patientId) {
        return repository.of(patientId).stream()
                .map(screening -> screening.answers().lacksCapacity())
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(false);
    }

    /**
     * Absolute and relative findings of the screenings before the latest one, each judged as on its own day with the intake known then, of
     * the alerts before it, and of the intakes before the latest one.
     */
    public List<EarlierFinding> earlierFindings(PatientId patientId) {
        Patient patient = patients.read(patientId).value();
        List<Intake> signed = intakes.of(patientId).stream().map(Versioned::value).filter(Intake::isSigned).toList();
        ScreeningPolicy policy = policies.ofThisClinic();
        List<Screening> screenings = repository.of(patientId);
        Stream<EarlierFinding> found = screenings.stream().skip(1)
                .flatMap(earlier -> earlierFindings(earlier, patient, earlier.intakeKnown(signed), policy));
        Stream<EarlierFinding> beside = screenings.stream().limit(1)
                .flatMap(latest -> Stream.concat(alertedBefore(latest, patient, policy), toldBefore(latest, patient, signed, policy)));
        return Stream.concat(found, beside).toList();
    }

    private Stream<EarlierFinding> alertedBefore(Screening latest, Patient patient, ScreeningPolicy policy) {
        return alerts.of(patient.id()).stream()
                .filter(alert -> alert.raisedAt().isBefore(latest.answers().performedAt()))
                .map(alert -> policy.earlierFinding(alert, alert.raisedAt().atZone(patient.timeZone()).toLocalDate()));
    }

    private static Stream<EarlierFinding> toldBefore(Screening latest, Patient patient, List<Intake> newestFirst, ScreeningPolicy policy) {
        return newestFirst.stream().skip(1)
                .flatMap(intake -> policy.earlierFindingsOfIntake(intake.id(),
                        asOf(latest.answers().performedAt(), latest, patient, intake.content(), Map.of())).stream());
    }

    private Stream<EarlierFinding> earlierFindings(Screening earlier, Patient patient, IntakeContent intake, ScreeningPolicy policy) {
        return policy.earlierFindings(earlier.id(),
                asOf(earlier.answers().performedAt(), earlier, patient, intake, Map.of()),
                asOf(clock.now(), earlier, patient, intake, Map.of())).stream();
    }

    /** When the last C-SSRS alert of each risk was raised. */
    public Map<SuicideRisk, Instant> suicideAlertedAt(PatientId patientId) {
        return alerts.of(patientId).stream().collect(Collectors.toUnmodifiableMap(
                SuicideAlert::risk, SuicideAlert::raisedAt, (one, other) -> one.isAfter(other) ? one : other));
    }

    /** A physician clears a relative finding for a time. */
    public Clearance clear(PatientId patientId, UUID screeningId, String findingCode, UUID physician, Clearance.Terms terms) {
        patients.lock(patientId);
        Read read = withId(patientId, screeningId);
        Clearance clearance = Clearance.grant(Ids.next(), screeningId, read.result(), findingCode, physician,
                practitioners.isPsychiatrist(physician), clock.now(), terms, numbers());
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
        return read(screening, patient, intakeOf(patient.id()), suicideAlertedAt(patient.id()), at);
    }

    private Read read(Screening screening, Patient patient, IntakeContent intake, Map<SuicideRisk, Instant> alertedAt, Instant at) {
        return new Read(screening, policies.ofThisClinic().evaluate(asOf(at, screening, patient, intake, alertedAt)));
    }

    /** The latest signed one; null while there is none. */
    private IntakeContent intakeOf(PatientId patientId) {
        return intakes.latestSigned(patientId).map(Intake::content).orElse(null);
    }

    private static ScreeningCase asOf(Instant at, Screening screening, Patient patient, IntakeContent intake,
            Map<SuicideRisk, Instant> alertedAt) {
        return new ScreeningCase(screening.answers(), patient.ageAt(at), patient.sexAtBirth(), intake,
                screening.answers().performedAt().atZone(patient.timeZone()).toLocalDate(),
                at.atZone(patient.timeZone()).toLocalDate(), alertedAt);
    }
}
