package health.stillpoint.session.dose.persistence;

import health.stillpoint.kit.persistence.ClinicEntity;
import health.stillpoint.session.course.domain.Route;
import health.stillpoint.session.dose.domain.Dose;
import health.stillpoint.session.order.domain.DoseLevel;
import health.stillpoint.session.order.domain.PastDoses.PastDose;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** Row of {@code dose}; never changed. */
@Entity
@Table(name = "dose")
public class DoseEntity extends ClinicEntity {

    public UUID patientId;
    public UUID courseId;
    public UUID sessionId;
    public UUID orderId;
    public UUID lotId;
    public int doseNumber;
    public boolean topUp;
    @Enumerated(EnumType.STRING)
    public Route route;
    public BigDecimal doseMilligrams;
    public BigDecimal doseMilligramsPerKilogram;
    public BigDecimal orderedMilligramsPerKilogram;
    @Enumerated(EnumType.STRING)
    public DoseLevel level;
    public Instant administeredAt;
    public Instant administrationEndedAt;
    public UUID administeredBy;
    public UUID doubleCheckedBy;
    public String knowledgeOverrideReason;
    public Instant recordedAt;
    public boolean recordedLate;

    static DoseEntity of(Dose dose) {
        DoseEntity row = new DoseEntity();
        row.id = dose.id();
        row.patientId = dose.patientId();
        row.courseId = dose.courseId();
        row.sessionId = dose.sessionId();
        row.orderId = dose.orderId();
        row.lotId = dose.lotId();
        row.doseNumber = dose.doseNumber();
        row.topUp = dose.topUp();
        row.route = dose.route();
        row.doseMilligrams = dose.doseMilligrams();
        row.doseMilligramsPerKilogram = dose.doseMilligramsPerKilogram();
        row.orderedMilligramsPerKilogram = dose.orderedMilligramsPerKilogram();
        row.level = dose.level();
        row.administeredAt = dose.administeredAt();
        row.administrationEndedAt = dose.administrationEndedAt();
        row.administeredBy = dose.administeredBy();
        row.doubleCheckedBy = dose.doubleCheckedBy();
        row.knowledgeOverrideReason = dose.knowledgeOverrideReason();
        row.recordedAt = dose.recordedAt();
        row.recordedLate = dose.recordedLate();
        return row;
    }

    Dose toDomain() {
        return new Dose(id, patientId, courseId, sessionId, orderId, lotId, doseNumber, topUp, route, doseMilligrams,
                doseMilligramsPerKilogram, orderedMilligramsPerKilogram, level, administeredAt, administrationEndedAt, administeredBy,
                doubleCheckedBy, knowledgeOverrideReason, recordedAt, recordedLate);
    }

    PastDose toPastDose() {
        return new PastDose(id, courseId, route, topUp, level, doseMilligrams, orderedMilligramsPerKilogram, administeredAt, administrationEndedAt);
    }
}
