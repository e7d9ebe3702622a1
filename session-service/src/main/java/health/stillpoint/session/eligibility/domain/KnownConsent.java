package health.stillpoint.session.eligibility.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * A consent as patient-service announced it.
 *
 * @param expiresAt null until the grant is known
 * @param withdrawnAt null while it stands
 */
public record KnownConsent(UUID id, UUID patientId, String scope, Instant expiresAt, Instant withdrawnAt) {

    /** The scope that allows treatment. */
    public static final String TREATMENT = "TREATMENT";

    public boolean standing() {
        return withdrawnAt == null && expiresAt != null;
    }

    /** The grant; a withdrawal that arrived before it stays. */
    public KnownConsent granted(Instant until) {
        return new KnownConsent(id, patientId, scope, until, withdrawnAt);
    }

    public KnownConsent withdrawn(Instant at) {
        return new KnownConsent(id, patientId, scope, expiresAt, at);
    }
}
