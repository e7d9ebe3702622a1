package health.stillpoint.patient.dosing.messaging;

import health.stillpoint.kit.inbox.ReceivedEvent;
import health.stillpoint.patient.dosing.DosingHistories;
import health.stillpoint.patient.dosing.domain.DosingHistory;
import health.stillpoint.patient.dosing.domain.Route;
import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.patients.messaging.PatientFact;
import health.stillpoint.patient.patients.messaging.PatientFactHandler;
import java.util.Arrays;

/** Hands a fact of session-service to the dosing history. */
abstract class DosingFactHandler<T extends PatientFact> extends PatientFactHandler<T> {

    private final DosingHistories histories;

    DosingFactHandler(DosingHistories histories, String type, Class<T> dataType) {
        super(type, dataType);
        this.histories = histories;
    }

    @Override
    protected void apply(PatientId patientId, ReceivedEvent<T> event) {
        histories.note(patientId, history -> add(history, event.data()));
    }

    abstract DosingHistory add(DosingHistory history, T data);

    /** Null for no route, and for a code this release does not know. */
    static Route route(String code) {
        return Arrays.stream(Route.values()).filter(known -> known.name().equals(code)).findFirst().orElse(null);
    }
}
