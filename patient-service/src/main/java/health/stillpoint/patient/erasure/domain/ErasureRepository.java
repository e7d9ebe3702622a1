package health.stillpoint.patient.erasure.domain;

import health.stillpoint.patient.patients.domain.PatientId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Removes identities and remembers that they were removed. */
public interface ErasureRepository {

    /** When the clinic last recorded something about this person. */
    Instant lastContact(PatientId patientId);

    /** Takes the identity out of everything this service keeps; answers the ids of all records of the person. */
    List<UUID> eraseIdentity(PatientId patientId, Instant at);

    /** The person's record and those that were merged into it. */
    List<PatientId> records(PatientId patientId);

    void add(Erasure erasure);

    /** All of the clinic, oldest first. */
    List<Erasure> all();
}
