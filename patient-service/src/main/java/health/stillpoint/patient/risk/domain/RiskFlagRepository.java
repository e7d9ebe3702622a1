package health.stillpoint.patient.risk.domain;

import health.stillpoint.patient.patients.domain.PatientId;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** Which flags stand, and what raised them. */
public interface RiskFlagRepository {

    /** Raises a flag, of an erased person none; one of the same source that has ended stays so. False when the clinic has no such patient. */
    boolean raise(PatientId patientId, RiskFlag flag, UUID source, Instant since);

    /** Ends what this source raised, now or later, of an erased person nothing. False when the clinic has no such patient. */
    boolean end(PatientId patientId, RiskFlag flag, UUID source, Instant at);

    /** The flags of this record that have not ended. */
    Set<RiskFlag> standing(PatientId patientId);

    /** What stands for one record stands for the other too. */
    void copy(PatientId from, PatientId to);

    /** Ends these flags whatever raised them. */
    void endAll(PatientId patientId, Set<RiskFlag> flags, Instant at);
}
