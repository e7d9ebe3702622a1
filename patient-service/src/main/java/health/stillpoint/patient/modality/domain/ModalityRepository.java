package health.stillpoint.patient.modality.domain;

import health.stillpoint.patient.patients.domain.PatientId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What was heard, what came out, and what therapists chose. */
public interface ModalityRepository {

    /** {@link ModalityFacts#NONE} when nothing was heard. */
    ModalityFacts facts(PatientId patientId);

    void save(PatientId patientId, ModalityFacts facts);

    void add(Evaluation evaluation);

    /** Newest first, up to {@code limit} behind the given one; null = from the newest. */
    List<Evaluation> evaluations(PatientId patientId, UUID last, int limit);

    void add(Confirmation confirmation);

    Optional<Confirmation> latestConfirmation(PatientId patientId);

    /** Newest first, up to {@code limit} behind the given one; null = from the newest. */
    List<Confirmation> confirmations(PatientId patientId, UUID last, int limit);
}
