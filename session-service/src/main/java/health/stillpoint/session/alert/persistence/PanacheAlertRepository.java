package health.stillpoint.session.alert.persistence;

import health.stillpoint.session.alert.domain.AlertCode;
import health.stillpoint.session.alert.domain.AlertRepository;
import health.stillpoint.session.alert.domain.VitalAlert;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** {@code vital_alert}. */
@ApplicationScoped
class PanacheAlertRepository implements AlertRepository, PanacheRepositoryBase<VitalAlertEntity, UUID> {

    private static final int ONE_PASS = 500;

    @Override
    public Optional<VitalAlert> withId(UUID id) {
        return findByIdOptional(id).map(VitalAlertEntity::toDomain);
    }

    @Override
    public List<VitalAlert> ofSession(UUID sessionId) {
        return find("sessionId = ?1 order by id", sessionId).stream().map(VitalAlertEntity::toDomain).toList();
    }

    @Override
    public List<VitalAlert> openOf(UUID sessionId) {
        return find("sessionId = ?1 and acknowledgedAt is null order by id", sessionId).stream().map(VitalAlertEntity::toDomain).toList();
    }

    @Override
    public List<VitalAlert> openRaisedBefore(Instant moment) {
        return find("acknowledgedAt is null and escalationLevel < 2 and raisedAt <= ?1 order by raisedAt", moment)
                .withLock(LockModeType.PESSIMISTIC_WRITE).page(Page.ofSize(ONE_PASS)).stream().map(VitalAlertEntity::toDomain).toList();
    }

    @Override
    public boolean toldBefore(UUID sessionId, AlertCode code, Integer planMinute) {
        return planMinute == null ? count("sessionId = ?1 and codes = ?2", sessionId, code.name()) > 0
                : count("sessionId = ?1 and codes = ?2 and planMinute = ?3", sessionId, code.name(), planMinute) > 0;
    }

    @Override
    public Set<Integer> acknowledgedPoints(UUID sessionId) {
        return find("sessionId = ?1 and planMinute is not null and acknowledgedAt is not null", sessionId).stream()
                .map(row -> row.planMinute).collect(Collectors.toSet());
    }

    @Override
    public VitalAlert add(VitalAlert alert, Integer planMinute) {
        VitalAlertEntity row = new VitalAlertEntity();
        row.id = alert.id();
        row.copyFrom(alert);
        row.planMinute = planMinute;
        persist(row);
        return alert;
    }

    @Override
    public VitalAlert update(VitalAlert alert) {
        VitalAlertEntity row = findById(alert.id());
        row.copyFrom(alert);
        flush();
        return row.toDomain();
    }
}
