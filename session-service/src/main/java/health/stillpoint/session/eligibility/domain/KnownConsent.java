package health.stillpoint.session.eligibility.domain;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * A consent as patient-service announced it.
 *
 * @param signedAt null until the grant is known
 * @param expiresAt null until the grant is known
 * @param withdrawnAt null while it stands
 */
public record KnownConsent(UUID id, UUID patientId, String scope, Instant signedAt, Instant expiresAt, Instant withdrawnAt) {

    /** The scope that allows treatment. */
    public static final String TREATMENT = "TREATMENT";

    public boolean standing() {
        return withdrawnAt == null && signedAt != null && expiresAt != null;
    }

    /** The grant; a withdrawal that arrived before it stays. */
    public KnownConsent granted(Instant signed, Instant until) {
        return new KnownConsent(id, patientId, scope, signed, until, withdrawnAt);
    }

    public KnownConsent withdrawn(Instant at) {
        return new KnownConsent(id, patientId, scope, signedAt, expiresAt, at);
    }

    /** When the first of the standing consents was signed that lead without a gap to the one that lasts longest; null when none stands. */
    public static Instant since(List<KnownConsent> consents) {
        Instant since = null;
        for (KnownConsent consent : consents.stream().filter(KnownConsent::standing)
                .sorted(Comparator.comparing(KnownConsent::expiresAt).reversed()).toList()) {
            boolean leadsUp = since == null || !consent.expiresAt().isBefore(since) && consent.signedAt().isBefore(since);
            since = leadsUp ? consent.signedAt() : since;
        }
        return since;
    }
}
