package health.stillpoint.outcome.assessment.api;

import health.stillpoint.kit.identity.Caller;
import health.stillpoint.kit.problem.Problems;
import health.stillpoint.outcome.Roles;
import health.stillpoint.outcome.assessment.domain.PatientId;
import health.stillpoint.outcome.merge.domain.MergedRecordRepository;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.Set;

/** Whether the caller is a patient, and then which one: a patient sees and answers their own record only. */
@RequestScoped
public class OwnRecord {

    private static final Set<String> STAFF =
            Set.of(Roles.CLINIC_ADMIN, Roles.PRESCRIBER, Roles.THERAPIST, Roles.MONITOR);

    private final Caller caller;
    private final MergedRecordRepository merges;

    OwnRecord(Caller caller, MergedRecordRepository merges) {
        this.caller = caller;
        this.merges = merges;
    }

    /**
     * The patient who signed in, under the id that goes on where records were merged; absent for staff. A patient's token without
     * a record is refused.
     */
    public Optional<PatientId> ofPatient() {
        if (STAFF.stream().anyMatch(caller::hasRole)) {
            return Optional.empty();
        }
        return Optional.of(caller.ownRecordId()
                .map(merges::survivorOf)
                .map(PatientId::new)
                .orElseThrow(() -> Problems.forbidden().toException()));
    }

    /** Tells whether the caller may see a patient's record. */
    public boolean mayRead(PatientId patient) {
        return ofPatient().filter(own -> !own.value().equals(merges.survivorOf(patient.value()))).isEmpty();
    }
}
