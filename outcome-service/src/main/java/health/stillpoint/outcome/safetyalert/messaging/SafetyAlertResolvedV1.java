package health.stillpoint.outcome.safetyalert.messaging;

import health.stillpoint.outcome.safetyalert.domain.SafetyAlert;
import java.time.Instant;
import java.util.UUID;

/** Wire form of {@code outcome.safety-alert-resolved.v1}. */
record SafetyAlertResolvedV1(UUID patientId, UUID alertId, String code, Instant resolvedAt) {

    static final String TYPE = "outcome.safety-alert-resolved.v1";

    static SafetyAlertResolvedV1 of(SafetyAlert alert, Instant at) {
        return new SafetyAlertResolvedV1(
                alert.cause().patient().value(), alert.id().value(), alert.cause().code(), at);
    }
}
