package health.stillpoint.session.checklist.persistence;

import health.stillpoint.kit.id.Ids;
import health.stillpoint.kit.persistence.ClinicEntity;
import health.stillpoint.session.checklist.domain.ChecklistResult;
import health.stillpoint.session.checklist.domain.ChecklistRow;
import health.stillpoint.session.checklist.domain.ChecklistVersion;
import health.stillpoint.session.checklist.domain.PreDoseAnswers;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Row of {@code pre_dose_checklist_version}; never changed. */
@Entity
@Table(name = "pre_dose_checklist_version")
public class ChecklistVersionEntity extends ClinicEntity {

    public UUID sessionId;
    public UUID patientId;
    public long number;
    @JdbcTypeCode(SqlTypes.JSON)
    public PreDoseAnswers answers;
    @JdbcTypeCode(SqlTypes.JSON)
    public List<ChecklistRow> rows;
    @Enumerated(EnumType.STRING)
    public ChecklistResult result;
    public Instant assessedAt;
    public Instant recordedAt;
    public UUID recordedBy;
    public UUID signedBy;
    public Instant signedAt;
    @JdbcTypeCode(SqlTypes.JSON)
    public List<String> changedFields;
    public String reason;

    static ChecklistVersionEntity of(long number, PreDoseChecklistEntity checklist, List<String> changedFields, String reason) {
        ChecklistVersionEntity row = new ChecklistVersionEntity();
        row.id = Ids.next();
        row.sessionId = checklist.sessionId;
        row.patientId = checklist.patientId;
        row.number = number;
        row.answers = checklist.answers;
        row.rows = checklist.rows;
        row.result = checklist.result;
        row.assessedAt = checklist.assessedAt;
        row.recordedAt = checklist.recordedAt;
        row.recordedBy = checklist.recordedBy;
        row.signedBy = checklist.signedBy;
        row.signedAt = checklist.signedAt;
        row.changedFields = changedFields;
        row.reason = reason;
        return row;
    }

    ChecklistVersion toDomain() {
        return new ChecklistVersion(number, answers, rows, result, assessedAt, recordedAt, recordedBy, signedBy, signedAt, changedFields, reason);
    }
}
