package health.stillpoint.session.recovery.persistence;

import health.stillpoint.kit.persistence.ClinicEntity;
import health.stillpoint.session.recovery.domain.Discharge;
import health.stillpoint.session.session.domain.Escort;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Row of {@code discharge}; never changed. */
@Entity
@Table(name = "discharge")
public class DischargeEntity extends ClinicEntity {

    public UUID sessionId;
    public UUID doseId;
    public UUID patientId;
    public Instant recoveredAt;
    public Instant dischargedAt;
    @JdbcTypeCode(SqlTypes.JSON)
    public Escort escort;
    public boolean writtenInstructions;
    public boolean spokenInstructions;
    public Instant nextContactAt;
    public boolean emergencyNumberGiven;
    public UUID dischargedBy;
    public Instant recordedAt;
    public boolean recordedLate;

    static DischargeEntity of(Discharge discharge) {
        DischargeEntity row = new DischargeEntity();
        row.id = discharge.id();
        row.sessionId = discharge.sessionId();
        row.doseId = discharge.doseId();
        row.patientId = discharge.patientId();
        row.recoveredAt = discharge.recoveredAt();
        row.dischargedAt = discharge.dischargedAt();
        row.escort = discharge.escort();
        row.writtenInstructions = discharge.writtenInstructions();
        row.spokenInstructions = discharge.spokenInstructions();
        row.nextContactAt = discharge.nextContactAt();
        row.emergencyNumberGiven = discharge.emergencyNumberGiven();
        row.dischargedBy = discharge.dischargedBy();
        row.recordedAt = discharge.recordedAt();
        row.recordedLate = discharge.recordedLate();
        return row;
    }

    Discharge toDomain() {
        return new Discharge(id, sessionId, doseId, patientId, recoveredAt, dischargedAt, escort, writtenInstructions, spokenInstructions,
                nextContactAt, emergencyNumberGiven, dischargedBy, recordedAt, recordedLate);
    }
}
