package health.stillpoint.patient.duplicates.domain;

import health.stillpoint.patient.patients.domain.Patient;
import java.util.Map;
import java.util.UUID;

/** Finds the records that are worth a comparison among very many. */
public interface DuplicateRepository {

    /** Records with this patient's birth date (or its day and month exchanged), number, telephone, address or a like name. */
    Map<UUID, Double> worthComparing(Patient patient);
}
