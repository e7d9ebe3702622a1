package health.stillpoint.session.eligibility.persistence;

import health.stillpoint.kit.persistence.ClinicEntity;
import health.stillpoint.session.eligibility.domain.KnownConsent;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Row of {@code known_consent}. */
@Entity
@Table(name = "known_consent")
public class KnownConsentEntity extends ClinicEntity {

    public UUID patientId;
    public String scope;
    public Instant signedAt;
    public Instant expiresAt;
    public Instant withdrawnAt;

    KnownConsent toDomain() {
        return new KnownConsent(id, patientId, scope, signedAt, expiresAt, withdrawnAt);
    }

    void copyFrom(KnownConsent consent) {
        patientId = consent.patientId();
        scope = consent.scope();
        signedAt = consent.signedAt();
        expiresAt = consent.expiresAt();
        withdrawnAt = consent.withdrawnAt();
    }
}
