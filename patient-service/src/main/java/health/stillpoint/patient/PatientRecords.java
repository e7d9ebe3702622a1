package health.stillpoint.patient;

import health.stillpoint.kit.audit.AuditDetail;
import health.stillpoint.kit.identity.Caller;
import health.stillpoint.patient.patients.Patients;
import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.patients.domain.PatientRefusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Opens one patient's record for the caller: names the person in the audit trail and keeps patients to their own record. */
@ApplicationScoped
public class PatientRecords {

    private final Caller caller;
    private final AuditDetail audit;
    private final Patients patients;

    PatientRecords(Caller caller, AuditDetail audit, Patients patients) {
        this.caller = caller;
        this.audit = audit;
        this.patients = patients;
    }

    /** The record's id; for a patient any record but the own one does not exist. */
    public PatientId open(UUID patientId) {
        audit.subject(patientId);
        if (caller.hasRole(Roles.PATIENT) && !isOwn(patientId)) {
            throw new PatientRefusal.NoSuchPatient();
        }
        return new PatientId(patientId);
    }

    /** The own record, or the one it was merged into: the token names the old id until the person signs in anew. */
    private boolean isOwn(UUID patientId) {
        return caller.ownRecordId()
                .filter(own -> own.equals(patientId) || patients.isMergedInto(new PatientId(own), new PatientId(patientId)))
                .isPresent();
    }

    /** Who is calling. */
    public UUID callerId() {
        return caller.subjectId();
    }
}
