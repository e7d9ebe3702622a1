package health.stillpoint.session.eligibility.persistence;

import health.stillpoint.kit.persistence.ClinicEntity;
import health.stillpoint.session.eligibility.domain.KnownSafetyAlert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Row of {@code known_safety_alert}; only a resolution while {@code raisedAt} is null. */
@Entity
@Table(name = "known_safety_alert")
public class KnownSafetyAlertEntity extends ClinicEntity {

    public UUID patientId;
    public String code;
    public String severity;
    public Instant raisedAt;
    public Instant resolvedAt;

    KnownSafetyAlert toDomain() {
        return new KnownSafetyAlert(id, code, severity, raisedAt);
    }
}
