package health.stillpoint.session.recovery.persistence;

import health.stillpoint.kit.persistence.ClinicEntity;
import health.stillpoint.session.recovery.domain.RecoveryAssessment;
import health.stillpoint.session.recovery.domain.RecoveryCriterion;
import health.stillpoint.session.recovery.domain.RecoveryFindings;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Row of {@code recovery_assessment}; never changed. */
@Entity
@Table(name = "recovery_assessment")
public class RecoveryAssessmentEntity extends ClinicEntity {

    public UUID sessionId;
    public UUID doseId;
    public UUID patientId;
    public Instant assessedAt;
    @JdbcTypeCode(SqlTypes.JSON)
    public RecoveryFindings findings;
    public boolean recovered;
    public String unmet;
    public UUID assessedBy;
    public Instant recordedAt;
    public boolean recordedLate;

    static RecoveryAssessmentEntity of(RecoveryAssessment assessment) {
        RecoveryAssessmentEntity row = new RecoveryAssessmentEntity();
        row.id = assessment.id();
        row.sessionId = assessment.sessionId();
        row.doseId = assessment.doseId();
        row.patientId = assessment.patientId();
        row.assessedAt = assessment.findings().assessedAt();
        row.findings = assessment.findings();
        row.recovered = assessment.recovered();
        row.unmet = assessment.unmet().stream().map(Enum::name).collect(Collectors.joining(","));
        row.assessedBy = assessment.assessedBy();
        row.recordedAt = assessment.recordedAt();
        row.recordedLate = assessment.recordedLate();
        return row;
    }

    RecoveryAssessment toDomain() {
        List<RecoveryCriterion> criteria = unmet.isEmpty() ? List.of() : Arrays.stream(unmet.split(",")).map(RecoveryCriterion::valueOf).toList();
        return new RecoveryAssessment(id, sessionId, doseId, patientId, findings, recovered, criteria, assessedBy, recordedAt, recordedLate);
    }
}
