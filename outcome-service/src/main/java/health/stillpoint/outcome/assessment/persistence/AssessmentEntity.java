package health.stillpoint.outcome.assessment.persistence;

import health.stillpoint.kit.persistence.ClinicEntity;
import health.stillpoint.outcome.assessment.domain.Assessment;
import health.stillpoint.outcome.assessment.domain.AssessmentId;
import health.stillpoint.outcome.assessment.domain.PatientId;
import health.stillpoint.outcome.assessment.domain.TimePoint;
import health.stillpoint.outcome.assessment.domain.Window;
import health.stillpoint.outcome.instrument.domain.InstrumentCode;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A row of {@code assessment}. */
@Entity
@Table(name = "assessment")
public class AssessmentEntity extends ClinicEntity {

    /** The answer that counts, as stored. */
    public record AnsweredRow(UUID responseId, boolean scored) {}

    @Column(name = "patient_id", nullable = false, updatable = false)
    public UUID patientId;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(name = "time_point", nullable = false, updatable = false)
    public TimePoint timePoint;

    @Column(name = "anchor_id", nullable = false, updatable = false)
    public UUID anchorId;

    @Column(name = "opens_at", nullable = false)
    public Instant opensAt;

    @Column(name = "due_at", nullable = false)
    public Instant dueAt;

    @Column(name = "closes_at")
    public Instant closesAt;

    @Column(name = "late_until")
    public Instant lateUntil;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "required", nullable = false)
    public String[] required;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "answered", nullable = false)
    public Map<String, AnsweredRow> answered;

    @Column(name = "announced_at")
    public Instant announcedAt;

    @Column(name = "completed_at")
    public Instant completedAt;

    @Column(name = "missed_at")
    public Instant missedAt;

    @Column(name = "cancelled_at")
    public Instant cancelledAt;

    static AssessmentEntity of(Assessment assessment) {
        AssessmentEntity entity = new AssessmentEntity();
        entity.id = assessment.id().value();
        entity.patientId = assessment.patient().value();
        entity.timePoint = assessment.timePoint();
        entity.anchorId = assessment.anchorId();
        entity.copyFrom(assessment);
        return entity;
    }

    void copyFrom(Assessment assessment) {
        opensAt = assessment.window().opensAt();
        dueAt = assessment.window().dueAt();
        closesAt = assessment.window().closesAt().orElse(null);
        lateUntil = assessment.window().lateUntil().orElse(null);
        String[] codes = assessment.required().stream().map(InstrumentCode::value).toArray(String[]::new);
        if (!Arrays.equals(codes, required)) {
            required = codes;
        }
        Map<String, AnsweredRow> rows = new LinkedHashMap<>();
        assessment.answered().forEach((code, answer) ->
                rows.put(code.value(), new AnsweredRow(answer.responseId(), answer.scored())));
        if (!rows.equals(answered)) {
            answered = rows;
        }
        completedAt = assessment.completedAt().orElse(null);
        missedAt = assessment.missedAt().orElse(null);
        cancelledAt = assessment.cancelledAt().orElse(null);
    }

    Assessment toDomain() {
        Map<InstrumentCode, Assessment.Answered> answers = new LinkedHashMap<>();
        answered.forEach((code, row) ->
                answers.put(new InstrumentCode(code), new Assessment.Answered(row.responseId(), row.scored())));
        return Assessment.restore(
                new AssessmentId(id),
                new PatientId(patientId),
                timePoint,
                anchorId,
                new Window(opensAt, dueAt, Optional.ofNullable(closesAt), Optional.ofNullable(lateUntil)),
                Arrays.stream(required).map(InstrumentCode::new).toList(),
                answers,
                Optional.ofNullable(completedAt),
                Optional.ofNullable(missedAt),
                Optional.ofNullable(cancelledAt));
    }
}
