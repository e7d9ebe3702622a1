package health.stillpoint.patient.erasure.messaging;

import health.stillpoint.kit.id.Ids;
import health.stillpoint.kit.outbox.OutboundEvent;
import health.stillpoint.patient.erasure.domain.Erasure;
import health.stillpoint.patient.patients.domain.PatientId;

/** What the other services are told of an erasure. */
public final class ErasureEvents {

    private ErasureEvents() { }

    /** @param record one of the person's records */
    public static OutboundEvent erased(PatientId record, Erasure erasure) {
        return new OutboundEvent(Ids.next(), PatientErasedV1.TYPE, record.value(), erasure.erasedAt(),
                new PatientErasedV1(record.value(), erasure.erasedAt(), erasure.keepUntil()));
    }
}
