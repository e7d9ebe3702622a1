package health.stillpoint.outcome.safetyalert.persistence;

import health.stillpoint.outcome.careteam.domain.CareTeam;
import health.stillpoint.outcome.merge.Records;
import health.stillpoint.outcome.safetyalert.domain.AlertFilter;
import health.stillpoint.outcome.safetyalert.domain.SafetyAlert;
import health.stillpoint.outcome.safetyalert.domain.SafetyAlertId;
import health.stillpoint.outcome.safetyalert.domain.SafetyAlertRepository;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Parameters;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Timeouts;
import org.hibernate.jpa.SpecHints;

@ApplicationScoped
class PanacheSafetyAlertRepository
        implements SafetyAlertRepository, PanacheRepositoryBase<SafetyAlertEntity, UUID> {

    private static final String OF_TEAM =
            "patientId in (select t.id from CareTeamEntity t where array_contains(t.subjects, :listener))";
    /** The same rule as {@link CareTeam#recipients}, said to the database. */
    private static final String OF_CLINIC = "(escalatedAt is not null"
            + " or patientId not in (select t.id from CareTeamEntity t where t.heard)"
            + " or (severity in (ORANGE, RED) and patientId not in (select t.id from CareTeamEntity t where t.prescriber)))";
    private static final Sort OLDEST_FIRST = Sort.by("raisedAt").and("id");

    @Override
    public Optional<SafetyAlert> withId(SafetyAlertId id) {
        return findByIdOptional(id.value()).map(SafetyAlertEntity::toDomain);
    }

    @Override
    public Optional<SafetyAlert> forChange(SafetyAlertId id) {
        return findByIdOptional(id.value(), LockModeType.PESSIMISTIC_WRITE).map(SafetyAlertEntity::toDomain);
    }

    @Override
    public long versionOf(SafetyAlertId id) {
        return findById(id.value()).version;
    }

    @Override
    public List<SafetyAlert> find(AlertFilter filter, int atMost) {
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        Parameters parameters = new Parameters();
        filter.patient().ifPresent(patient -> {
            conditions.add(Records.OF_PATIENT);
            parameters.and("patient", patient.value());
        });
        if (!filter.statuses().isEmpty()) {
            conditions.add("(" + String.join(" or ", filter.statuses().stream().map(this::holds).toList()) + ")");
        }
        filter.listener().ifPresent(listener -> {
            conditions.add(listener.forTheClinic() ? "(" + OF_TEAM + " or " + OF_CLINIC + ")" : OF_TEAM);
            parameters.and("listener", listener.subject());
        });
        filter.after().ifPresent(after -> {
            conditions.add("(raisedAt > :afterRaisedAt or (raisedAt = :afterRaisedAt and id > :afterId))");
            parameters.and("afterRaisedAt", after.raisedAt()).and("afterId", after.id());
        });
        return listed(find(String.join(" and ", conditions), OLDEST_FIRST, parameters).page(Page.ofSize(atMost)));
    }

    private String holds(AlertFilter.Status status) {
        return switch (status) {
            case RAISED -> "(resolvedAt is null and acknowledgedAt is null)";
            case ACKNOWLEDGED -> "(resolvedAt is null and acknowledgedAt is not null)";
            case RESOLVED -> "resolvedAt is not null";
        };
    }

    @Override
    public List<SafetyAlert> unresolved(UUID responseId, String code) {
        return listed(find("responseId = ?1 and code = ?2 and resolvedAt is null", responseId, code));
    }

    @Override
    public List<SafetyAlert> unresolved() {
        return listed(find("resolvedAt is null", OLDEST_FIRST));
    }

    @Override
    public List<SafetyAlert> unheardSince(Instant moment, int atMost) {
        return listed(find(
                        "resolvedAt is null and acknowledgedAt is null and escalatedAt is null and raisedAt <= ?1",
                        OLDEST_FIRST,
                        moment)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint(SpecHints.HINT_SPEC_LOCK_TIMEOUT, Timeouts.SKIP_LOCKED_MILLI)
                .page(Page.ofSize(atMost)));
    }

    @Override
    public List<SafetyAlert> raisedBetween(Collection<String> codes, Instant from, Instant to) {
        return listed(find("code in ?1 and raisedAt between ?2 and ?3", OLDEST_FIRST, codes, from, to));
    }

    @Override
    public boolean exists(UUID responseId, String code) {
        return count("responseId = ?1 and code = ?2", responseId, code) > 0;
    }

    @Override
    public boolean existsForAssessment(UUID assessmentId, String code) {
        return count("assessmentId = ?1 and code = ?2 and responseId is null", assessmentId, code) > 0;
    }

    @Override
    public void add(SafetyAlert alert) {
        persist(SafetyAlertEntity.of(alert));
    }

    @Override
    public void save(SafetyAlert alert) {
        findById(alert.id().value()).copyFrom(alert);
        flush(); // the version counts the change now, so that the answer's entity tag is the row's
    }

    private static List<SafetyAlert> listed(PanacheQuery<SafetyAlertEntity> query) {
        return query.stream().map(SafetyAlertEntity::toDomain).toList();
    }
}
