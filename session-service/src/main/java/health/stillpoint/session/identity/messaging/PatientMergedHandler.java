package health.stillpoint.session.identity.messaging;

import health.stillpoint.kit.inbox.EventHandler;
import health.stillpoint.kit.inbox.ReceivedEvent;
import health.stillpoint.session.identity.Identities;
import jakarta.inject.Singleton;

/**
 * Told under the keys of both records. Whichever comes first joins them, before anything new is decided about the one that goes
 * on; the one under the key of the record that ended follows all that was told of it.
 */
@Singleton
class PatientMergedHandler implements EventHandler<PatientMergedV1> {

    private final Identities identities;

    PatientMergedHandler(Identities identities) {
        this.identities = identities;
    }

    @Override
    public String type() {
        return PatientMergedV1.TYPE;
    }

    @Override
    public Class<PatientMergedV1> dataType() {
        return PatientMergedV1.class;
    }

    @Override
    public void on(ReceivedEvent<PatientMergedV1> event) {
        identities.merged(event.data().mergedPatientId(), event.data().patientId());
        if (event.data().mergedPatientId().equals(event.key())) {
            identities.ended(event.data().mergedPatientId());
        }
    }
}
