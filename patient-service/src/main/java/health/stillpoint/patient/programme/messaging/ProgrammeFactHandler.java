package health.stillpoint.patient.programme.messaging;

import health.stillpoint.kit.inbox.EventHandler;
import health.stillpoint.kit.inbox.ImpossibleEvent;
import health.stillpoint.kit.inbox.ReceivedEvent;
import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.patients.domain.PatientRefusal;
import health.stillpoint.patient.programme.Programmes;
import health.stillpoint.patient.programme.domain.ProgrammeFact;
import org.jboss.logging.Logger;

/** Hands a fact of another service to the programme. Safe in any order and more than once: facts are kept as sets. */
abstract class ProgrammeFactHandler<T extends ConsumedFact> implements EventHandler<T> {

    private static final Logger LOG = Logger.getLogger(ProgrammeFactHandler.class);

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
        try {
            note(new PatientId(event.data().patientId()), fact(event.data()));
        } catch (PatientRefusal.Erased _) {
            LOG.debugf("%s is about a person whose identity was removed", event);
        } catch (PatientRefusal.NoSuchPatient _) {
            throw new ImpossibleEvent("patient " + event.data().patientId() + " is not registered in this clinic");
        }
    }

    /** What is told of a record that was merged counts for the one that goes on. */
    private void note(PatientId patientId, ProgrammeFact fact) {
        try {
            programmes.note(patientId, fact);
        } catch (PatientRefusal.Merged merged) {
            programmes.note(merged.into(), fact);
        }
    }

    abstract ProgrammeFact fact(T data);
}
