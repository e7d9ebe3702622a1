package health.stillpoint.patient.treatment;

import health.stillpoint.kit.time.ClinicClock;
import health.stillpoint.patient.ClinicLimits;
import health.stillpoint.patient.intake.Intakes;
import health.stillpoint.patient.intake.domain.Intake;
import health.stillpoint.patient.patients.Patients;
import health.stillpoint.patient.patients.domain.Patient;
import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.patients.domain.PatientRefusal;
import health.stillpoint.patient.treatment.domain.PriorTreatment;
import health.stillpoint.patient.treatment.domain.PriorTreatmentRepository;
import health.stillpoint.patient.treatment.domain.Resistance;
import health.stillpoint.patient.treatment.domain.ResistancePolicy;
import health.stillpoint.patient.treatment.domain.TreatmentRefusal;
import jakarta.enterprise.context.ApplicationScoped;
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

    PriorTreatments(PriorTreatmentRepository repository, Patients patients, Intakes intakes, ClinicLimits limits,
            ClinicClock clock) {
        this.repository = repository;
        this.patients = patients;
        this.intakes = intakes;
        this.limits = limits;
        this.clock = clock;
    }

    public void record(PatientId patientId, PriorTreatment treatment, UUID recordedBy) {
        Patient patient = patients.lock(patientId).value();
        if (treatment.treatmentClass().isContradictedBy(treatment.agent())) {
            throw new TreatmentRefusal.ClassContradicted();
        }
        if (treatment.lastedLongerThanSince(patient.birthDate(), clock.now().atZone(patient.timeZone()).toLocalDate())) {
            throw new TreatmentRefusal.BeforeBirth();
        }
        repository.add(patientId, treatment, recordedBy);
    }

    public List<PriorTreatment> of(PatientId patientId) {
        patients.read(patientId);
        return repository.of(patientId);
    }

    public PriorTreatment withId(PatientId patientId, UUID id) {
        return of(patientId).stream()
                .filter(treatment -> treatment.id().equals(id))
                .findFirst()
                .orElseThrow(PatientRefusal.NoSuchPatient::new);
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
