package health.stillpoint.outcome.assessment.persistence;

import health.stillpoint.outcome.assessment.domain.Assessment;
import health.stillpoint.outcome.assessment.domain.AssessmentFilter;
import health.stillpoint.outcome.assessment.domain.AssessmentId;
import health.stillpoint.outcome.assessment.domain.AssessmentRepository;
import health.stillpoint.outcome.assessment.domain.AssessmentStatus;
import health.stillpoint.outcome.assessment.domain.PatientId;
import health.stillpoint.outcome.assessment.domain.TimePoint;
import health.stillpoint.outcome.merge.Records;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Parameters;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.Timeouts;
import org.hibernate.jpa.SpecHints;

@ApplicationScoped
class PanacheAssessmentRepository
        implements AssessmentRepository, PanacheRepositoryBase<AssessmentEntity, UUID> {

    private static final String UNFINISHED = "completedAt is null and missedAt is null and cancelledAt is null";
    private static final String RUNNING = "completedAt is null and cancelledAt is null";
    private static final Set<AssessmentStatus> ENDED = Set.of(AssessmentStatus.COMPLETED, AssessmentStatus.CANCELLED);
    private static final Sort IN_ORDER = Sort.by("opensAt").and("id");

    /**
     * Looked for every few seconds, and so by the end of the window, in its order: an index knows that, but not the end of the time for
     * late answers, which never comes before it.
     */
    static final String OVER = """
            select * from assessment
             where clinic_id = kit_clinic() and completed_at is null and missed_at is null and cancelled_at is null
               and closes_at < :now and coalesce(late_until, closes_at) < :now
             order by closes_at, id limit :most for no key update skip locked""";

    private final AssessmentLock lock;

    PanacheAssessmentRepository(AssessmentLock lock) {
        this.lock = lock;
    }

    @Override
    public Optional<Assessment> withId(AssessmentId id) {
        return findByIdOptional(id.value()).map(AssessmentEntity::toDomain);
    }

    @Override
    public Optional<Assessment> forAnswering(AssessmentId id) {
        return lock.lock(id.value()).map(AssessmentEntity::toDomain);
    }

    @Override
    public long versionOf(AssessmentId id) {
        return findById(id.value()).version;
    }

    @Override
    public Optional<Assessment> of(PatientId patient, TimePoint timePoint, UUID anchorId) {
        return find("patientId = ?1 and timePoint = ?2 and anchorId = ?3", patient.value(), timePoint, anchorId)
                .firstResultOptional()
                .map(AssessmentEntity::toDomain);
    }

    @Override
    public List<Assessment> find(AssessmentFilter filter, Instant now, int atMost) {
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        Parameters parameters = new Parameters();
        filter.patient().ifPresent(patient -> {
            conditions.add(Records.OF_PATIENT);
            parameters.and("patient", patient.value());
        });
        filter.timePoint().ifPresent(timePoint -> {
            conditions.add("timePoint = :timePoint");
            parameters.and("timePoint", timePoint);
        });
        if (!filter.statuses().isEmpty()) {
            conditions.add("(" + String.join(" or ", filter.statuses().stream().map(this::holds).toList()) + ")");
            if (!ENDED.containsAll(filter.statuses())) {
                parameters.and("now", now);
            }
        }
        filter.after().ifPresent(after -> {
            conditions.add("(opensAt > :afterOpensAt or (opensAt = :afterOpensAt and id > :afterId))");
            parameters.and("afterOpensAt", after.opensAt()).and("afterId", after.id());
        });
        return find(String.join(" and ", conditions), IN_ORDER, parameters)
                .page(Page.ofSize(atMost))
                .stream()
                .map(AssessmentEntity::toDomain)
                .toList();
    }

    /** The same rule as {@link Assessment#statusAt}, said to the database. */
    private String holds(AssessmentStatus status) {
        return switch (status) {
            case COMPLETED -> "completedAt is not null";
            case CANCELLED -> "cancelledAt is not null";
            case MISSED -> "(" + RUNNING + " and coalesce(lateUntil, closesAt) < :now)";
            case DUE -> "(" + RUNNING + " and opensAt > :now)";
            case OPEN -> "(" + RUNNING + " and opensAt <= :now"
                    + " and (closesAt is null or coalesce(lateUntil, closesAt) >= :now))";
        };
    }

    @Override
    public List<Assessment> overAt(Instant now, int atMost) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(OVER, AssessmentEntity.class)
                .setParameter("now", now)
                .setParameter("most", atMost)
                .stream()
                .map(AssessmentEntity::toDomain)
                .toList();
    }

    @Override
    public List<Assessment> openedUnannounced(Instant now, int atMost) {
        return free(find(UNFINISHED + " and announcedAt is null and opensAt <= ?1", IN_ORDER, now), atMost);
    }

    @Override
    public List<Assessment> unfinishedOf(PatientId patient) {
        return find(UNFINISHED + " and patientId = ?1", patient.value())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .stream()
                .map(AssessmentEntity::toDomain)
                .toList();
    }

    /** Rows that nobody is changing now, locked; the others wait for the job's next run. */
    private static List<Assessment> free(PanacheQuery<AssessmentEntity> query, int atMost) {
        return query.withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint(SpecHints.HINT_SPEC_LOCK_TIMEOUT, Timeouts.SKIP_LOCKED_MILLI)
                .page(Page.ofSize(atMost))
                .stream()
                .map(AssessmentEntity::toDomain)
                .toList();
    }

    @Override
    public List<Assessment> completed(TimePoint timePoint) {
        return find("timePoint = ?1 and completedAt is not null", Sort.by("completedAt"), timePoint).stream()
                .map(AssessmentEntity::toDomain)
                .toList();
    }

    @Override
    public void add(Assessment assessment, Optional<Instant> announcedAt) {
        AssessmentEntity entity = AssessmentEntity.of(assessment);
        entity.announcedAt = announcedAt.orElse(null);
        persist(entity);
    }

    @Override
    public void save(Assessment assessment) {
        findById(assessment.id().value()).copyFrom(assessment);
    }

    @Override
    public void markAnnounced(AssessmentId id, Instant at) {
        findById(id.value()).announcedAt = at;
    }
}
