package health.stillpoint.session.recovery.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Recovery assessments and discharges; added, never changed. */
public interface RecoveryRepository {

    void add(RecoveryAssessment assessment);

    List<RecoveryAssessment> ofSession(UUID sessionId);

    void add(Discharge discharge);

    Optional<Discharge> dischargeOf(UUID sessionId);
}
