package health.stillpoint.outcome.response.persistence;

import health.stillpoint.outcome.assessment.domain.Assessment;
import health.stillpoint.outcome.assessment.domain.PatientId;
import health.stillpoint.outcome.assessment.domain.TimePoint;
import health.stillpoint.outcome.merge.Records;
import health.stillpoint.outcome.instrument.domain.InstrumentCatalogue;
import health.stillpoint.outcome.instrument.domain.InstrumentCode;
import health.stillpoint.outcome.response.domain.QuestionnaireResponse;
import health.stillpoint.outcome.response.domain.ResponseId;
import health.stillpoint.outcome.response.domain.ResponseRepository;
import health.stillpoint.outcome.response.domain.ScoredPoint;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PanacheResponseRepository
        implements ResponseRepository, PanacheRepositoryBase<QuestionnaireResponseEntity, UUID> {

    private static final String CURRENT = """
            select new health.stillpoint.outcome.response.persistence.ScoredRow(
                r.id, r.assessmentId, r.timePoint, r.instrument, r.variant, r.status, r.total, r.clinicalCase, r.band,
                r.answeredAt)
            from QuestionnaireResponseEntity r
            where %s
            and not exists (select 1 from QuestionnaireResponseEntity later where later.supersedesId = r.id)
            """.formatted(Records.OF_PATIENT);

    private static final List<TimePoint> BEFORE_FIRST_DOSE =
            Arrays.stream(TimePoint.values()).filter(TimePoint::isBeforeFirstDose).toList();

    private final InstrumentCatalogue catalogue;
    private final ResponseInsert insert;

    PanacheResponseRepository(InstrumentCatalogue catalogue, ResponseInsert insert) {
        this.catalogue = catalogue;
        this.insert = insert;
    }

    @Override
    public void add(QuestionnaireResponse response, Assessment answered) {
        insert.insert(QuestionnaireResponseEntity.of(response), answered);
    }

    @Override
    public Optional<QuestionnaireResponse> withId(ResponseId id) {
        return findByIdOptional(id.value()).map(entity -> entity.toDomain(catalogue));
    }

    @Override
    public List<ScoredPoint> currentOf(PatientId patient) {
        return getEntityManager()
                .createQuery(CURRENT + " order by r.answeredAt, r.id", ScoredRow.class)
                .setParameter("patient", patient.value())
                .getResultStream()
                .map(ScoredRow::toDomain)
                .toList();
    }

    @Override
    public List<ScoredPoint> baselineCandidates(PatientId patient, InstrumentCode instrument) {
        return getEntityManager()
                .createQuery(CURRENT + " and r.instrument = :instrument and r.timePoint in :points", ScoredRow.class)
                .setParameter("patient", patient.value())
                .setParameter("instrument", instrument.value())
                .setParameter("points", BEFORE_FIRST_DOSE)
                .getResultStream()
                .map(ScoredRow::toDomain)
                .toList();
    }

    @Override
    public boolean wasAnswered(PatientId patient, InstrumentCode instrument, Instant from, Instant to) {
        return count(
                        Records.OF_PATIENT + " and instrument = :instrument and answeredAt between :from and :to",
                        Parameters.with("patient", patient.value())
                                .and("instrument", instrument.value())
                                .and("from", from)
                                .and("to", to))
                > 0;
    }
}
