package health.stillpoint.patient.treatment;

import health.stillpoint.kit.time.ClinicClock;
import health.stillpoint.patient.ClinicLimits;
import health.stillpoint.patient.intake.Intakes;
import health.stillpoint.patient.intake.domain.Intake;
import health.stillpoint.patient.patients.Patients;
import health.stillpoint.patient.patients.domain.Patient;
import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.treatment.domain.PriorTreatment;
import health.stillpoint.patient.treatment.domain.PriorTreatmentRepository;
import health.stillpoint.patient.treatment.domain.RecordedTreatment;
import health.stillpoint.patient.treatment.domain.Resistance;
import health.stillpoint.patient.treatment.domain.ResistancePolicy;
import health.stillpoint.patient.treatment.domain.TreatmentRefusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What was tried before, and how resistant the anxiety is. */
@ApplicationScoped
public class PriorTreatments {

    private final PriorTreatmentRepository repository;
    private final Patients patients;
    private final Intakes intakes;
    private final ClinicLimits limits;
    private final ClinicClock clock;
    private final Event<TreatmentsChanged> changes;

    PriorTreatments(PriorTreatmentRepository repository, Patients patients, Intakes intakes, ClinicLimits limits,
            ClinicClock clock, Event<TreatmentsChanged> changes) {
        this.repository = repository;
        this.patients = patients;
        this.intakes = intakes;
        this.limits = limits;
        this.clock = clock;
        this.changes = changes;
    }

    public RecordedTreatment record(PatientId patientId, PriorTreatment treatment, UUID recordedBy) {
        requirePlausible(treatment, patients.lock(patientId).value());
        return keep(patientId, RecordedTreatment.first(treatment, recordedBy, clock.now()));
    }

    /** The last version, while nobody else writes to this patient's record. */
    public RecordedTreatment lock(PatientId patientId, UUID id) {
        patients.lock(patientId);
        return repository.withId(patientId, id).orElseThrow(TreatmentRefusal.NoSuchTreatment::new);
    }

    public RecordedTreatment correct(
            PatientId patientId, RecordedTreatment wrong, PriorTreatment right, String reason, UUID by) {
        requirePlausible(right, patients.lock(patientId).value());
        return keep(patientId, wrong.correct(right, reason, by, clock.now()));
    }

    public RecordedTreatment withdraw(PatientId patientId, RecordedTreatment wrong, String reason, UUID by) {
        return keep(patientId, wrong.withdraw(reason, by, clock.now()));
    }

    private RecordedTreatment keep(PatientId patientId, RecordedTreatment version) {
        repository.add(patientId, version);
        changes.fire(new TreatmentsChanged(patientId));
        return version;
    }

    private void requirePlausible(PriorTreatment treatment, Patient patient) {
        if (treatment.treatmentClass().isContradictedBy(treatment.agent())) {
            throw new TreatmentRefusal.ClassContradicted();
        }
        if (treatment.lastedLongerThanSince(patient.birthDate(), clock.now().atZone(patient.timeZone()).toLocalDate())) {
            throw new TreatmentRefusal.BeforeBirth();
        }
    }

    /** Those that count. */
    public List<PriorTreatment> of(PatientId patientId) {
        patients.read(patientId);
        return repository.of(patientId);
    }

    /** The last version of each, up to {@code limit} behind the given treatment; null = from the first. */
    public List<RecordedTreatment> of(PatientId patientId, boolean withErrors, UUID last, int limit) {
        patients.read(patientId);
        return repository.of(patientId, withErrors, last, limit);
    }

    /** The last version. */
    public RecordedTreatment withId(PatientId patientId, UUID id) {
        patients.read(patientId);
        return repository.withId(patientId, id).orElseThrow(TreatmentRefusal.NoSuchTreatment::new);
    }

    /** All versions, newest first, from before this number. */
    public List<RecordedTreatment> versions(PatientId patientId, UUID id, int before, int limit) {
        withId(patientId, id);
        return repository.versions(patientId, id, before, limit);
    }

    /** The stage by the latest signed intake; without one the severity counts as not above the threshold. */
    public Resistance resistance(PatientId patientId) {
        List<PriorTreatment> trials = of(patientId);
        Optional<Intake> intake = intakes.latestSigned(patientId);
        return ResistancePolicy.stage(trials,
                intake.map(i -> i.content().primaryDiagnosis().code()).orElse(null),
                intake.map(i -> i.content().severity()).orElse(null),
                limits.of(TreatmentConfig.class));
    }
}
