package health.stillpoint.outcome.response.persistence;

import health.stillpoint.kit.persistence.ClinicEntity;
import health.stillpoint.outcome.assessment.domain.AssessmentId;
import health.stillpoint.outcome.assessment.domain.PatientId;
import health.stillpoint.outcome.assessment.domain.TimePoint;
import health.stillpoint.outcome.instrument.domain.AnswerSheet;
import health.stillpoint.outcome.instrument.domain.Change;
import health.stillpoint.outcome.instrument.domain.Instrument;
import health.stillpoint.outcome.instrument.domain.InstrumentCatalogue;
import health.stillpoint.outcome.instrument.domain.InstrumentCode;
import health.stillpoint.outcome.instrument.domain.Score;
import health.stillpoint.outcome.instrument.domain.ScoreStatus;
import health.stillpoint.outcome.instrument.domain.ScoredTotal;
import health.stillpoint.outcome.instrument.domain.ScoringEngine;
import health.stillpoint.outcome.instrument.domain.Variant;
import health.stillpoint.outcome.instrument.domain.Verdict;
import health.stillpoint.outcome.response.domain.AnsweredBy;
import health.stillpoint.outcome.response.domain.QuestionnaireResponse;
import health.stillpoint.outcome.response.domain.ResponseId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A row of {@code questionnaire_response}. The totals are stored; subscales and comparisons follow from the stored
 * answers and the stored baseline, so they are not stored twice.
 */
@Entity
@Table(name = "questionnaire_response")
public class QuestionnaireResponseEntity extends ClinicEntity {

    @Column(name = "assessment_id", nullable = false, updatable = false)
    public UUID assessmentId;

    @Column(name = "patient_id", nullable = false, updatable = false)
    public UUID patientId;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(name = "time_point", nullable = false, updatable = false)
    public TimePoint timePoint;

    @Column(name = "instrument", nullable = false, updatable = false)
    public String instrument;

    @Column(name = "variant", nullable = false, updatable = false)
    public String variant;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "answers", nullable = false, updatable = false)
    public Short[] answers;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(name = "status", nullable = false, updatable = false)
    public ScoreStatus status;

    @Column(name = "total", updatable = false)
    public BigDecimal total;

    @Column(name = "band", updatable = false)
    public String band;

    @Column(name = "clinical_case", updatable = false)
    public Boolean clinicalCase;

    @Column(name = "baseline_total", updatable = false)
    public BigDecimal baselineTotal;

    @Column(name = "baseline_prorated", updatable = false)
    public Boolean baselineProrated;

    @Column(name = "baseline_case", updatable = false)
    public Boolean baselineCase;

    @Column(name = "answered_at", nullable = false, updatable = false)
    public Instant answeredAt;

    @Column(name = "recorded_at", nullable = false, updatable = false)
    public Instant recordedAt;

    @Column(name = "late", nullable = false, updatable = false)
    public boolean late;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(name = "answered_by", nullable = false, updatable = false)
    public AnsweredBy answeredBy;

    @Column(name = "supersedes_id", updatable = false)
    public UUID supersedesId;

    @Column(name = "catalogue_version", nullable = false, updatable = false)
    public String catalogueVersion;

    static QuestionnaireResponseEntity of(QuestionnaireResponse response) {
        QuestionnaireResponseEntity entity = new QuestionnaireResponseEntity();
        entity.id = response.id().value();
        entity.assessmentId = response.assessment().value();
        entity.patientId = response.patient().value();
        entity.timePoint = response.timePoint();
        entity.answers = StoredAnswers.of(response.answers());
        entity.answeredAt = response.answeredAt();
        entity.recordedAt = response.recordedAt();
        entity.late = response.late();
        entity.answeredBy = response.answeredBy();
        entity.supersedesId = response.supersedes().map(ResponseId::value).orElse(null);
        entity.catalogueVersion = response.catalogueVersion();
        entity.copyScore(response.score());
        response.change().map(Change::baseline).ifPresent(entity::copyBaseline);
        return entity;
    }

    private void copyScore(Score score) {
        instrument = score.instrument().value();
        variant = score.variant().code();
        status = score.status();
        total = score.total().orElse(null);
        band = score.band().orElse(null);
        clinicalCase = score.caseness().orNull();
    }

    private void copyBaseline(ScoredTotal baseline) {
        baselineTotal = baseline.total();
        baselineProrated = baseline.prorated();
        baselineCase = baseline.caseness().orNull();
    }

    QuestionnaireResponse toDomain(InstrumentCatalogue catalogue) {
        Instrument scored = catalogue.withCode(new InstrumentCode(instrument));
        AnswerSheet sheet = StoredAnswers.read(answers);
        Score score = ScoringEngine.score(scored, sheet, new Variant(variant));
        return new QuestionnaireResponse(
                new ResponseId(id),
                new AssessmentId(assessmentId),
                new PatientId(patientId),
                timePoint,
                sheet,
                score,
                baseline().flatMap(baseline -> Change.between(scored, baseline, score)),
                answeredAt,
                recordedAt,
                late,
                answeredBy,
                Optional.ofNullable(supersedesId).map(ResponseId::new),
                catalogueVersion);
    }

    private Optional<ScoredTotal> baseline() {
        return Optional.ofNullable(baselineTotal)
                .map(value -> new ScoredTotal(value, baselineProrated, Verdict.fromNullable(baselineCase)));
    }
}
