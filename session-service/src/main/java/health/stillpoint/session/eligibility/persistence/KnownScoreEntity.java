package health.stillpoint.session.eligibility.persistence;

import health.stillpoint.kit.persistence.ClinicEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** Row of {@code known_score}: totals and their change from baseline, for the benefit row of titration. */
@Entity
@Table(name = "known_score")
public class KnownScoreEntity extends ClinicEntity {

    public UUID patientId;
    public String instrument;
    public String timePoint;
    public BigDecimal total;
    public BigDecimal percentChange;
    public Instant answeredAt;
}
