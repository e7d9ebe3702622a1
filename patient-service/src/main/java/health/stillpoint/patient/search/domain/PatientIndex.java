package health.stillpoint.patient.search.domain;

import health.stillpoint.patient.intake.domain.Diagnosis;
import java.util.List;
import java.util.UUID;

/** Finds patients of one clinic among very many. Records that were merged or erased are not found. */
public interface PatientIndex {

    /** How many words a text has when names are compared: a word that comes twice counts once. */
    int words(String text);

    /**
     * Words of the clinic's names that may be meant.
     *
     * @param counted whether it matters how many patients bear each, as it does to find the rarest of several words
     */
    List<NameCandidate> candidates(String text, boolean counted);

    /**
     * Patients that pass the filter, the best match of the name first, then the first registered.
     *
     * @param name how the filter's text is looked for; null when it has none
     * @param after the last one of the page before, null for the first page
     */
    List<Hit> find(PatientFilter filter, NamePlan name, Hit after, int limit);

    /** The diagnosis of a record that ends, for one that has none. */
    void copyDiagnosis(UUID from, UUID to);

    /** Files the diagnosis of a newly signed intake. */
    void fileDiagnosis(UUID patientId, Diagnosis diagnosis);
}
