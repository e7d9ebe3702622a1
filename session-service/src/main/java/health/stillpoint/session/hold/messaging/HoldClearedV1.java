package health.stillpoint.session.hold.messaging;

import health.stillpoint.session.hold.domain.Hold;
import java.time.Instant;
import java.util.UUID;

/** Wire form of {@code session.hold-cleared.v1}. */
public record HoldClearedV1(UUID patientId, UUID holdId, String code, Instant clearedAt) {

    public static final String TYPE = "session.hold-cleared.v1";

    public static HoldClearedV1 of(Hold hold) {
        return new HoldClearedV1(hold.patientId(), hold.id(), hold.code().name(), hold.clearedAt());
    }
}
