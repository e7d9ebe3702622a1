package health.stillpoint.patient.programme.messaging;

import health.stillpoint.kit.id.Ids;
import health.stillpoint.kit.outbox.OutboundEvent;
import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.programme.domain.Transition;

/** What the other services are told of a patient's way. */
public final class ProgrammeEvents {

    private ProgrammeEvents() { }

    public static OutboundEvent changed(PatientId id, Transition step) {
        return new OutboundEvent(Ids.next(), ProgrammeStateChangedV1.TYPE, id.value(), step.at(), data(id, step));
    }

    static ProgrammeStateChangedV1 data(PatientId id, Transition step) {
        return new ProgrammeStateChangedV1(
                id.value(), step.from().name(), step.to().name(), step.reasonCodes(), step.at());
    }
}
