package health.stillpoint.patient.risk.messaging;

import health.stillpoint.kit.inbox.EventHandler;
import health.stillpoint.kit.inbox.ReceivedEvent;
import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.patients.messaging.HeardOfPatient;
import java.time.Instant;
import java.util.UUID;

/** Lets a fact of another service raise or end a flag. Safe in any order and more than once. */
abstract class FlagHandler<T extends FlaggedFact> implements EventHandler<T> {

    private final String type;
    private final Class<T> dataType;

    FlagHandler(String type, Class<T> dataType) {
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
        HeardOfPatient.apply(event.data().patientId(),
                patientId -> apply(patientId, event.data().sourceId(), event.occurredAt()));
    }

    abstract void apply(PatientId patientId, UUID source, Instant at);
}
