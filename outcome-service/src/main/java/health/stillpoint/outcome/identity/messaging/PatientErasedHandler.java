package health.stillpoint.outcome.identity.messaging;

import health.stillpoint.kit.inbox.EventHandler;
import health.stillpoint.kit.inbox.ReceivedEvent;
import health.stillpoint.outcome.identity.domain.IdentityRepository;
import jakarta.enterprise.context.ApplicationScoped;

/** Removes here too what tells who the person was. Safe to receive twice. */
@ApplicationScoped
class PatientErasedHandler implements EventHandler<PatientErasedV1> {

    private final IdentityRepository identities;

    PatientErasedHandler(IdentityRepository identities) {
        this.identities = identities;
    }

    @Override
    public String type() {
        return PatientErasedV1.TYPE;
    }

    @Override
    public Class<PatientErasedV1> dataType() {
        return PatientErasedV1.class;
    }

    @Override
    public void on(ReceivedEvent<PatientErasedV1> event) {
        identities.remove(event.data().patientId());
    }
}
