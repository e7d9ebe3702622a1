package health.stillpoint.outcome.safetyalert.messaging;

import health.stillpoint.outcome.safetyalert.domain.SafetyAlert;
import java.time.Instant;
import java.util.UUID;

/** Wire form of {@code outcome.safety-alert-raised.v1}. */
record SafetyAlertRaisedV1(
        UUID patientId,
        UUID alertId,
        UUID responseId,
        String instrument,
        String code,
        String severity,
        Instant raisedAt) {

    static final String TYPE = "outcome.safety-alert-raised.v1";

    static SafetyAlertRaisedV1 of(SafetyAlert alert) {
        SafetyAlert.Cause cause = alert.cause();
        return new SafetyAlertRaisedV1(
                cause.patient().value(),
                alert.id().value(),
                cause.response().orElse(null),
                cause.instrument().value(),
                cause.code(),
                cause.severity().name(),
                alert.raisedAt());
    }
}
