package health.stillpoint.patient.programme.messaging;

import health.stillpoint.kit.inbox.ReceivedEvent;
import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.patients.messaging.PatientFact;
import health.stillpoint.patient.patients.messaging.PatientFactHandler;
import health.stillpoint.patient.programme.Programmes;
import health.stillpoint.patient.programme.domain.ProgrammeFact;

/** Hands a fact of another service to the programme: facts are kept as sets. */
abstract class ProgrammeFactHandler<T extends PatientFact> extends PatientFactHandler<T> {

    private final Programmes programmes;

    ProgrammeFactHandler(Programmes programmes, String type, Class<T> dataType) {
        super(type, dataType);
        this.programmes = programmes;
    }

    @Override
    protected void apply(PatientId patientId, ReceivedEvent<T> event) {
        programmes.note(patientId, fact(event.data()));
    }

    abstract ProgrammeFact fact(T data);
}
