package health.stillpoint.session.alert.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The alerts of sessions. */
public interface AlertRepository {

    Optional<VitalAlert> withId(UUID id);

    /** In the order they were raised. */
    List<VitalAlert> ofSession(UUID sessionId);

    List<VitalAlert> openOf(UUID sessionId);

    /** Open alerts raised before the moment, locked for this transaction. */
    List<VitalAlert> openRaisedBefore(Instant moment);

    /** True when the missed point, or the late recovery, was told before. */
    boolean toldBefore(UUID sessionId, AlertCode code, Integer planMinute);

    /** Minutes of the missed points whose alert was acknowledged with what was done. */
    Set<Integer> acknowledgedPoints(UUID sessionId);

    /** @param planMinute minute of a missed point; null for every other alert */
    VitalAlert add(VitalAlert alert, Integer planMinute);

    VitalAlert update(VitalAlert alert);
}
