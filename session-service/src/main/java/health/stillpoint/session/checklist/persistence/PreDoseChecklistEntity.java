package health.stillpoint.session.checklist.persistence;

import health.stillpoint.kit.persistence.ClinicEntity;
import health.stillpoint.session.checklist.domain.ChecklistResult;
import health.stillpoint.session.checklist.domain.ChecklistRow;
import health.stillpoint.session.checklist.domain.PreDoseAnswers;
import health.stillpoint.session.checklist.domain.PreDoseChecklist;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Row of {@code pre_dose_checklist}. */
@Entity
@Table(name = "pre_dose_checklist")
public class PreDoseChecklistEntity extends ClinicEntity {

    public UUID sessionId;
    public UUID patientId;
    @JdbcTypeCode(SqlTypes.JSON)
    public PreDoseAnswers answers;
    @JdbcTypeCode(SqlTypes.JSON)
    public List<ChecklistRow> rows;
    @Enumerated(EnumType.STRING)
    public ChecklistResult result;
    public BigDecimal preDoseSystolic;
    public BigDecimal preDoseDiastolic;
    public Integer preDoseHeartRate;
    public Integer preDoseSuds;
    public Instant assessedAt;
    public Instant recordedAt;
    public UUID recordedBy;
    public UUID signedBy;
    public Instant signedAt;
    public String signatureReason;

    PreDoseChecklist toDomain() {
        return new PreDoseChecklist(id, sessionId, patientId, answers, rows, result, preDoseSystolic, preDoseDiastolic, assessedAt, recordedAt, recordedBy, signedBy,
                signedAt, signatureReason, version);
    }

    void copyFrom(PreDoseChecklist checklist) {
        sessionId = checklist.sessionId();
        patientId = checklist.patientId();
        answers = checklist.answers();
        rows = checklist.rows();
        result = checklist.result();
        preDoseSystolic = checklist.systolic();
        preDoseDiastolic = checklist.diastolic();
        preDoseHeartRate = checklist.answers().heartRate();
        preDoseSuds = checklist.answers().suds();
        assessedAt = checklist.assessedAt();
        recordedAt = checklist.recordedAt();
        recordedBy = checklist.recordedBy();
        signedBy = checklist.signedBy();
        signedAt = checklist.signedAt();
        signatureReason = checklist.signatureReason();
    }
}
