package health.stillpoint.session.hold.messaging;

import health.stillpoint.session.hold.domain.Hold;
import java.time.Instant;
import java.util.UUID;

/** Wire form of {@code session.hold-placed.v1}. */
public record HoldPlacedV1(UUID patientId, UUID holdId, String code, String severity, Instant placedAt) {

    public static final String TYPE = "session.hold-placed.v1";

    public static HoldPlacedV1 of(Hold hold) {
        return new HoldPlacedV1(hold.patientId(), hold.id(), hold.code().name(), hold.severity().name(), hold.placedAt());
    }
}
