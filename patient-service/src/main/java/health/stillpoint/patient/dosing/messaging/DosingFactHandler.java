package health.stillpoint.patient.dosing.messaging;

import health.stillpoint.kit.inbox.EventHandler;
import health.stillpoint.kit.inbox.ReceivedEvent;
import health.stillpoint.patient.dosing.DosingHistories;
import health.stillpoint.patient.dosing.domain.DosingHistory;
import health.stillpoint.patient.dosing.domain.Route;
import health.stillpoint.patient.patients.messaging.HeardOfPatient;
import java.util.Arrays;
import java.util.UUID;

/** Hands a fact of session-service to the dosing history. Safe in any order and more than once. */
abstract class DosingFactHandler<T extends DosingFactHandler.Fact> implements EventHandler<T> {

    /** A fact about one patient. */
    interface Fact {
        UUID patientId();
    }

    private final DosingHistories histories;
    private final String type;
    private final Class<T> dataType;

    DosingFactHandler(DosingHistories histories, String type, Class<T> dataType) {
        this.histories = histories;
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
        HeardOfPatient.apply(event.data().patientId(), patientId -> histories.note(patientId, history -> add(history, event.data())));
    }

    abstract DosingHistory add(DosingHistory history, T data);

    /** Null for no route, and for a code this release does not know. */
    static Route route(String code) {
        return Arrays.stream(Route.values()).filter(known -> known.name().equals(code)).findFirst().orElse(null);
    }
}
