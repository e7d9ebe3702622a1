package health.stillpoint.patient.search;

import health.stillpoint.patient.intake.IntakeSigned;
import health.stillpoint.patient.patients.Patients;
import health.stillpoint.patient.patients.RecordsMerged;
import health.stillpoint.patient.patients.domain.Patient;
import health.stillpoint.patient.patients.domain.Versioned;
import health.stillpoint.patient.search.domain.Hit;
import health.stillpoint.patient.search.domain.NamePlan;
import health.stillpoint.patient.search.domain.PatientFilter;
import health.stillpoint.patient.search.domain.PatientIndex;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finding patients: by name, number, state, diagnosis, clinician and risk. */
@ApplicationScoped
public class PatientSearch {

    private final PatientIndex index;
    private final Patients patients;

    PatientSearch(PatientIndex index, Patients patients) {
        this.index = index;
        this.patients = patients;
    }

    /** A patient of the list, with how alike the name is to the one sought. */
    public record Found(Versioned<Patient> patient, Double nameMatch) { }

    /** Up to {@code limit} patients behind the given one. */
    public List<Found> find(PatientFilter filter, Hit after, int limit) {
        if (filter.text() == null) {
            return read(index.find(filter, null, after, limit));
        }
        int words = index.words(filter.text());
        Optional<NamePlan> name = NamePlan.of(words, index.candidates(filter.text(), words > 1));
        return name.map(plan -> read(index.find(filter, plan, after, limit))).orElse(List.of());
    }

    private List<Found> read(List<Hit> hits) {
        Map<UUID, Versioned<Patient>> records = patients.all(hits.stream().map(Hit::patientId).toList()).stream()
                .collect(Collectors.toMap(patient -> patient.value().id().value(), Function.identity()));
        return hits.stream().map(hit -> new Found(records.get(hit.patientId()), hit.nameMatch())).toList();
    }

    /** The record that goes on is found by what was known of the other one. */
    void carryOver(@Observes RecordsMerged merge) {
        index.copyDiagnosis(merge.merged().value(), merge.survivor().value());
    }

    /** The list is filtered by the diagnosis of the latest signed intake. */
    void file(@Observes IntakeSigned signed) {
        index.fileDiagnosis(signed.intake().patientId().value(),
                signed.intake().content().primaryDiagnosis().code());
    }
}
