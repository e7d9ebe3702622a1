package health.stillpoint.outcome.trajectory;

import health.stillpoint.outcome.assessment.domain.AdministeredDose;
import health.stillpoint.outcome.assessment.domain.AdministeredDoseRepository;
import health.stillpoint.outcome.assessment.domain.PatientId;
import health.stillpoint.outcome.assessment.domain.TreatedPatient;
import health.stillpoint.outcome.assessment.domain.TreatedPatientRepository;
import health.stillpoint.outcome.instrument.domain.InstrumentCatalogue;
import health.stillpoint.outcome.instrument.domain.InstrumentCode;
import health.stillpoint.outcome.response.domain.ResponseRepository;
import health.stillpoint.outcome.response.domain.ScoredPoint;
import health.stillpoint.outcome.trajectory.domain.NoSuchTrajectory;
import health.stillpoint.outcome.trajectory.domain.Trajectory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Draws the course of a patient's scores. */
@ApplicationScoped
public class Trajectories {

    private final ResponseRepository responses;
    private final TreatedPatientRepository patients;
    private final AdministeredDoseRepository doses;
    private final InstrumentCatalogue catalogue;

    Trajectories(
            ResponseRepository responses,
            TreatedPatientRepository patients,
            AdministeredDoseRepository doses,
            InstrumentCatalogue catalogue) {
        this.responses = responses;
        this.patients = patients;
        this.doses = doses;
        this.catalogue = catalogue;
    }

    /** The course of a patient this service has heard of. */
    public Trajectory of(PatientId id) {
        Optional<TreatedPatient> patient = patients.withId(id);
        List<ScoredPoint> answered = responses.currentOf(id);
        List<AdministeredDose> given = doses.of(id);
        if (patient.isEmpty() && answered.isEmpty() && given.isEmpty()) {
            throw new NoSuchTrajectory();
        }
        Optional<InstrumentCode> primary = patient.flatMap(TreatedPatient::diagnosis).map(catalogue::primaryEndpoint);
        return Trajectory.of(id, primary, answered, given, catalogue);
    }
}
