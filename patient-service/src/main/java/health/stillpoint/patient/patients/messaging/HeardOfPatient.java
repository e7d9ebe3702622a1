package health.stillpoint.patient.patients.messaging;

import health.stillpoint.kit.inbox.ImpossibleEvent;
import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.patients.domain.PatientRefusal;
import java.util.UUID;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Applies what another service tells of a patient, also when the record has ended meanwhile. */
final class HeardOfPatient {

    private static final Logger LOG = Logger.getLogger(HeardOfPatient.class);

    private HeardOfPatient() { }

    /**
     * What is told of a record that was merged counts for the one that goes on; what is told of an erased person moves nothing.
     *
     * @param effect refuses before it changes anything
     * @throws ImpossibleEvent when the clinic has no such patient
     */
    static void apply(UUID patientId, Consumer<PatientId> effect) {
        try {
            applyToWhoGoesOn(new PatientId(patientId), effect);
        } catch (PatientRefusal.Erased _) {
            LOG.debugf("The identity of patient %s was removed", patientId);
        } catch (PatientRefusal.NoSuchPatient _) {
            throw new ImpossibleEvent("patient " + patientId + " is not registered in this clinic");
        }
    }

    private static void applyToWhoGoesOn(PatientId patientId, Consumer<PatientId> effect) {
        try {
            effect.accept(patientId);
        } catch (PatientRefusal.Merged merged) {
            applyToWhoGoesOn(merged.into(), effect);
        }
    }
}
