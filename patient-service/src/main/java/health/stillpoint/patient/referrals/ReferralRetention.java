package health.stillpoint.patient.referrals;

import health.stillpoint.kit.audit.AuditDetail;
import health.stillpoint.kit.jobs.RecordJobs;
import health.stillpoint.kit.time.ClinicClock;
import health.stillpoint.patient.ClinicLimits;
import health.stillpoint.patient.patients.domain.Versioned;
import health.stillpoint.patient.referrals.domain.ReferralId;
import health.stillpoint.patient.referrals.domain.ReferralRepository;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** Forgets who was referred and became no patient; whoever became one is erased with their record, but for the partner's number. */
@ApplicationScoped
public class ReferralRetention {

    private static final int FORGOTTEN_AT_ONCE = 200;

    private final RecordJobs jobs;
    private final ReferralRepository repository;
    private final ClinicLimits limits;
    private final AuditDetail audit;
    private final ClinicClock clock;

    ReferralRetention(RecordJobs jobs, ReferralRepository repository, ClinicLimits limits, AuditDetail audit, ClinicClock clock) {
        this.jobs = jobs;
        this.repository = repository;
        this.limits = limits;
        this.audit = audit;
        this.clock = clock;
    }

    @Scheduled(every = "{stillpoint.referrals.retention-check}", delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forgetWhenOver() {
        jobs.forEach("referral-retention", () -> repository.unlinkedSince(keptSince(), FORGOTTEN_AT_ONCE), this::forget);
        jobs.forEach("referral-number-retention", () -> repository.numberedOfErased(keptSince(), FORGOTTEN_AT_ONCE), id -> {
            audit.entity("Referral", id);
            repository.dropNumber(id);
        });
    }

    private void forget(UUID id) {
        repository.withIdLocked(new ReferralId(id))
                .map(Versioned::value)
                .filter(referral -> referral.isUnlinkedSince(keptSince()))
                .ifPresent(referral -> {
                    audit.entity("Referral", id);
                    repository.forget(referral.forget(), clock.now());
                });
    }

    private Instant keptSince() {
        return clock.now().minus(limits.of(ReferralConfig.class).keepIdentity());
    }
}
