package health.stillpoint.outcome.identity.messaging;

import health.stillpoint.kit.inbox.EventHandler;
import health.stillpoint.kit.inbox.ReceivedEvent;
import health.stillpoint.outcome.assessment.domain.PatientId;
import health.stillpoint.outcome.identity.Identities;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Told under the keys of both records. Whichever comes first joins them; the one under the key of the record that ended follows
 * all that was told of it, so that nothing is opened after it was called off. Safe to receive twice.
 */
@ApplicationScoped
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
        PatientId merged = new PatientId(event.data().mergedPatientId());
        identities.merged(merged, new PatientId(event.data().patientId()));
        if (merged.value().equals(event.key())) {
            identities.ended(merged);
        }
    }
}
