package health.stillpoint.patient.erasure.domain;

import health.stillpoint.patient.patients.domain.PatientId;
import java.time.Instant;
import java.time.LocalDate;
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

    /** Persons whose clinical facts are still there although they were kept until an earlier day; the longest overdue first. */
    List<UUID> keptUntilBefore(LocalDate day, int limit);

    /** Deletes what this service keeps of all records of the person; that they were erased stays known. */
    void deleteFacts(PatientId patientId, Instant at);

    /** All of the clinic, oldest first. */
    List<Erasure> all();
}
