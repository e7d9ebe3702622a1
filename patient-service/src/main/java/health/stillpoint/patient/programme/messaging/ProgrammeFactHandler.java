package health.stillpoint.patient.programme.messaging;

import health.stillpoint.kit.inbox.EventHandler;
import health.stillpoint.kit.inbox.ReceivedEvent;
import health.stillpoint.patient.patients.messaging.HeardOfPatient;
import health.stillpoint.patient.programme.Programmes;
import health.stillpoint.patient.programme.domain.ProgrammeFact;

/** Hands a fact of another service to the programme. Safe in any order and more than once: facts are kept as sets. */
abstract class ProgrammeFactHandler<T extends ConsumedFact> implements EventHandler<T> {

    private final Programmes programmes;
    private final String type;
    private final Class<T> dataType;

    ProgrammeFactHandler(Programmes programmes, String type, Class<T> dataType) {
        this.programmes = programmes;
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
        HeardOfPatient.apply(event.data().patientId(), patientId -> programmes.note(patientId, fact(event.data())));
    }

    abstract ProgrammeFact fact(T data);
}
