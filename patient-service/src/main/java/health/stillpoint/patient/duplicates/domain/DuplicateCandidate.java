package health.stillpoint.patient.duplicates.domain;

import health.stillpoint.patient.patients.domain.Patient;
import java.util.List;

/**
 * Another record that may be of the same person.
 *
 * @param score 0..1, for sorting and for a threshold; not a probability
 */
public record DuplicateCandidate(Patient patient, double score, List<Evidence> reasons) {

    public DuplicateCandidate {
        reasons = List.copyOf(reasons);
    }

    /** @param strength how far it holds, 0..1: the similarity of names, otherwise 1 */
    public record Evidence(DuplicateReason reason, double strength) { }
}
