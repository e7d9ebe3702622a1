package health.stillpoint.outcome.response.messaging;

import health.stillpoint.kit.id.Ids;
import health.stillpoint.kit.outbox.OutboundEvent;
import health.stillpoint.kit.outbox.Outbox;
import health.stillpoint.outcome.response.domain.QuestionnaireResponse;
import health.stillpoint.outcome.response.domain.ResponseEvents;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells the other services about responses. */
@ApplicationScoped
class OutboxResponseEvents implements ResponseEvents {

    private final Outbox outbox;

    OutboxResponseEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void scored(QuestionnaireResponse response) {
        outbox.append(new OutboundEvent(
                Ids.next(),
                ResponseScoredV1.TYPE,
                response.patient().value(),
                response.recordedAt(),
                ResponseScoredV1.of(response)));
    }
}
