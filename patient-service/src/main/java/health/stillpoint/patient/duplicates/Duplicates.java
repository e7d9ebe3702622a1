package health.stillpoint.patient.duplicates;

import health.stillpoint.patient.duplicates.domain.DuplicateCandidate;
import health.stillpoint.patient.duplicates.domain.DuplicatePolicy;
import health.stillpoint.patient.duplicates.domain.DuplicateRepository;
import health.stillpoint.patient.patients.Patients;
import health.stillpoint.patient.patients.domain.Patient;
import health.stillpoint.patient.patients.domain.PatientId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Records that may be of the same person. */
@ApplicationScoped
public class Duplicates {

    private static final int SHOWN = 20;

    private final Patients patients;
    private final DuplicateRepository repository;
    private final DuplicatePolicy policy;

    Duplicates(Patients patients, DuplicateRepository repository, DuplicatesConfig weights) {
        this.patients = patients;
        this.repository = repository;
        this.policy = new DuplicatePolicy(weights);
    }

    /** At most 20, the most likely first. */
    public List<DuplicateCandidate> of(PatientId id) {
        Patient patient = patients.read(id).value();
        Map<UUID, Double> similarities = repository.worthComparing(patient);
        return patients.all(similarities.keySet()).stream()
                .map(other -> policy.compare(patient, other.value(), similarities.get(other.value().id().value())))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingDouble(DuplicateCandidate::score).reversed()
                        .thenComparing(candidate -> candidate.patient().id().value()))
                .limit(SHOWN)
                .toList();
    }
}
