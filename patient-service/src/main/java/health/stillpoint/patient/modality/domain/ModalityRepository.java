package health.stillpoint.patient.modality.domain;

import health.stillpoint.patient.patients.domain.PatientId;
import java.util.List;
import java.util.Optional;

/** What was heard, what came out, and what therapists chose. */
public interface ModalityRepository {

    /** {@link ModalityFacts#NONE} when nothing was heard. */
    ModalityFacts facts(PatientId patientId);

    void save(PatientId patientId, ModalityFacts facts);

    void add(Evaluation evaluation);

    /** Newest first. */
    List<Evaluation> evaluations(PatientId patientId, int limit);

    void add(Confirmation confirmation);

    Optional<Confirmation> latestConfirmation(PatientId patientId);

    /** Newest first. */
    List<Confirmation> confirmations(PatientId patientId);
}
