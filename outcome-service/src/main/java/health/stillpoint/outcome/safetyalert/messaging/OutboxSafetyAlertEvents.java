package health.stillpoint.outcome.safetyalert.messaging;

import health.stillpoint.kit.announce.Announcer;
import health.stillpoint.kit.id.Ids;
import health.stillpoint.kit.outbox.OutboundEvent;
import health.stillpoint.kit.outbox.Outbox;
import health.stillpoint.outcome.safetyalert.domain.SafetyAlert;
import health.stillpoint.outcome.safetyalert.domain.SafetyAlertEvents;
import health.stillpoint.outcome.safetyalert.domain.SafetyAlertRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;

/** Tells the other services about safety alerts, and again which are not resolved. */
@ApplicationScoped
class OutboxSafetyAlertEvents implements SafetyAlertEvents, Announcer {

    private final Outbox outbox;
    private final SafetyAlertRepository alerts;

    OutboxSafetyAlertEvents(Outbox outbox, SafetyAlertRepository alerts) {
        this.outbox = outbox;
        this.alerts = alerts;
    }

    @Override
    public void raised(SafetyAlert alert) {
        outbox.append(fact(SafetyAlertRaisedV1.TYPE, alert, alert.raisedAt(), SafetyAlertRaisedV1.of(alert)));
    }

    @Override
    public void resolved(SafetyAlert alert, Instant at) {
        outbox.append(fact(SafetyAlertResolvedV1.TYPE, alert, at, SafetyAlertResolvedV1.of(alert, at)));
    }

    @Override
    public void announce(UUID clinicId, Consumer<OutboundEvent> sink) {
        alerts.unresolved().forEach(alert -> sink.accept(
                fact(SafetyAlertRaisedV1.TYPE, alert, alert.raisedAt(), SafetyAlertRaisedV1.of(alert))));
    }

    private static OutboundEvent fact(String type, SafetyAlert alert, Instant at, Object data) {
        return new OutboundEvent(Ids.next(), type, alert.cause().patient().value(), at, data);
    }
}
