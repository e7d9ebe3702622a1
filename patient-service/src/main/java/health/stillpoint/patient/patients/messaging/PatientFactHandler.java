package health.stillpoint.patient.patients.messaging;

import health.stillpoint.kit.inbox.EventHandler;
import health.stillpoint.kit.inbox.ReceivedEvent;
import health.stillpoint.patient.patients.domain.PatientId;

/** Takes over what another service tells of a patient. Every effect is safe in any order and more than once. */
public abstract class PatientFactHandler<T extends PatientFact> implements EventHandler<T> {

    private final String type;
    private final Class<T> dataType;

    protected PatientFactHandler(String type, Class<T> dataType) {
        this.type = type;
        this.dataType = dataType;
    }

    @Override
    public String type() {
        return type;
    }

    @Override
    public Class<T> dataType() {
        return dataType;
    }

    @Override
    public void on(ReceivedEvent<T> event) {
        HeardOfPatient.apply(event.data().patientId(), patientId -> apply(patientId, event));
    }

    /** Refuses before it changes anything. */
    protected abstract void apply(PatientId patientId, ReceivedEvent<T> event);
}
