package health.stillpoint.gateway.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Token buckets for callers, clinics and addresses that send refused tokens; kept in memory, one set a replica. */
@ApplicationScoped
public class Limits {

    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);
    private static final int MOST_BUCKETS = 100_000;

    private final LimitsConfig config;
    private final Buckets callers;
    private final Buckets clinics;
    private final Buckets refused;

    Limits(LimitsConfig config) {
        this.config = config;
        this.callers = new Buckets("caller", config.caller().perSecond(), config.caller().burst());
        this.clinics = new Buckets("clinic", config.clinic().perSecond(), config.clinic().burst());
        this.refused = new Buckets("refused", config.refused().perSecond(), config.refused().burst());
    }

    /** Counts a request of a known caller; the narrower of both limits answers, and both are told. */
    public Verdict count(String clinicId, String clientId, String subject) {
        if (!config.enabled()) {
            return Verdict.UNLIMITED;
        }
        Verdict caller = callers.take(clinicId + '|' + clientId + '|' + subject);
        if (clinicId.isEmpty()) {
            return caller;
        }
        String both = callers.policyHeader + ", " + clinics.policyHeader;
        if (!caller.allowed()) {
            return caller.under(both);
        }
        Verdict clinic = clinics.take(clinicId);
        return (clinic.allowed() && clinic.remaining() > caller.remaining() ? caller : clinic).under(both);
    }

    /** Counts a refused token; not allowed means that this address must wait. */
    public Verdict countRefused(String address) {
        return config.enabled() ? refused.take(address) : Verdict.UNLIMITED;
    }

    /** Buckets of one kind. */
    private static final class Buckets {

        private final String policy;
        private final String policyHeader;
        private final long perSecond;
        private final long burst;
        private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
                .maximumSize(MOST_BUCKETS)
                .expireAfterAccess(FORGOTTEN_AFTER)
                .build();

        Buckets(String policy, long perSecond, long burst) {
            this.policy = policy;
            this.perSecond = perSecond;
            this.burst = burst;
            this.policyHeader = "\"" + policy + "\";q=" + burst + ";w=" + Math.ceilDiv(burst, perSecond);
        }

        Verdict take(String key) {
            ConsumptionProbe probe = buckets.get(key, _ -> newBucket()).tryConsumeAndReturnRemaining(1);
            return new Verdict(probe.isConsumed(), probe.getRemainingTokens(), probe.getNanosToWaitForRefill(), policy,
                    policyHeader);
        }

        private Bucket newBucket() {
            return Bucket.builder()
                    .addLimit(limit -> limit.capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1)))
                    .build();
        }
    }
}
