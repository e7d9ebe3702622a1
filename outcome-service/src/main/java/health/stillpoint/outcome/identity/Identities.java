package health.stillpoint.outcome.identity;

import health.stillpoint.outcome.assessment.Assessments;
import health.stillpoint.outcome.assessment.domain.PatientId;
import health.stillpoint.outcome.identity.domain.IdentityRepository;
import health.stillpoint.outcome.merge.domain.MergedRecordRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;

/** Follows patient-service when a record ends: nobody is asked anything under its id any more. */
@ApplicationScoped
public class Identities {

    private final Assessments assessments;
    private final MergedRecordRepository merges;
    private final IdentityRepository repository;

    Identities(Assessments assessments, MergedRecordRepository merges, IdentityRepository repository) {
        this.assessments = assessments;
        this.merges = merges;
        this.repository = repository;
    }

    /** The answers, doses and alerts of the merged record count for the one that goes on. */
    public void merged(PatientId merged, PatientId survivor) {
        merges.merge(merged.value(), survivor.value());
    }

    /** The record has ended: what is asked under its id is called off, or asked under the one that goes on. */
    public void ended(PatientId merged) {
        assessments.moveUnfinished(merged, new PatientId(merges.survivorOf(merged.value())));
    }

    /**
     * The identity was removed: what is asked is called off, free texts go.
     *
     * @param keepUntil the last day on which the facts that remain are kept; told twice, the later one counts
     */
    public void erased(PatientId patient, Instant at, LocalDate keepUntil) {
        assessments.cancelUnfinished(patient);
        repository.remove(patient.value(), at, keepUntil);
    }
}
