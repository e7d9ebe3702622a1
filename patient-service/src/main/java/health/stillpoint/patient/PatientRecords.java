package health.stillpoint.patient;

import health.stillpoint.kit.audit.AuditDetail;
import health.stillpoint.kit.identity.Caller;
import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.patients.domain.PatientRefusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Opens one patient's record for the caller: names the person in the audit trail and keeps patients to their own record. */
@ApplicationScoped
public class PatientRecords {

    private final Caller caller;
    private final AuditDetail audit;

    PatientRecords(Caller caller, AuditDetail audit) {
        this.caller = caller;
        this.audit = audit;
    }

    /** The record's id; for a patient any record but the own one does not exist. */
    public PatientId open(UUID patientId) {
        audit.subject(patientId);
        if (caller.hasRole(Roles.PATIENT) && !caller.ownRecordId().filter(patientId::equals).isPresent()) {
            throw new PatientRefusal.NoSuchPatient();
        }
        return new PatientId(patientId);
    }

    /** Who is calling. */
    public UUID callerId() {
        return caller.subjectId();
    }
}
