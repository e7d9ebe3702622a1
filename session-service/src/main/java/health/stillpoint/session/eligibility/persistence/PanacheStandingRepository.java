package health.stillpoint.session.eligibility.persistence;

import health.stillpoint.session.eligibility.domain.KnownConsent;
import health.stillpoint.session.eligibility.domain.KnownSafetyAlert;
import health.stillpoint.session.eligibility.domain.Standing;
import health.stillpoint.session.eligibility.domain.StandingRepository;
import health.stillpoint.session.identity.Records;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** {@code patient_standing} and what hangs on it. */
@ApplicationScoped
class PanacheStandingRepository implements StandingRepository, PanacheRepositoryBase<PatientStandingEntity, UUID> {

    private final EntityManager entities;

    PanacheStandingRepository(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public Optional<Standing> of(UUID patientId) {
        return findByIdOptional(patientId).filter(row -> !row.forgotten()).map(PatientStandingEntity::toDomain);
    }

    @Override
    public boolean isForgotten(UUID patientId) {
        return findByIdOptional(patientId).filter(PatientStandingEntity::forgotten).isPresent();
    }

    @Override
    public boolean isErased(UUID patientId) {
        return findByIdOptional(patientId).filter(row -> row.erasedAt != null).isPresent();
    }

    @Override
    public List<Standing> list(UUID after, int limit) {
        return find("id > ?1 and factsDeletedAt is null order by id", after == null ? new UUID(0, 0) : after).page(Page.ofSize(limit)).stream()
                .map(PatientStandingEntity::toDomain).toList();
    }

    @Override
    public Optional<Standing> lock(UUID patientId) {
        flush();
        PatientStandingEntity row = findById(patientId, LockModeType.PESSIMISTIC_WRITE);
        if (row == null) {
            return Optional.empty();
        }
        entities.refresh(row);
        return row.forgotten() ? Optional.empty() : Optional.of(row.toDomain());
    }

    @Override
    public boolean change(UUID patientId, UnaryOperator<Standing> change) {
        PatientStandingEntity row = findById(patientId);
        if (row == null) {
            row = new PatientStandingEntity();
            row.id = patientId;
            row.copyFrom(change.apply(Standing.unknown(patientId)));
            persist(row);
            return true;
        }
        if (row.forgotten()) {
            return false;
        }
        row.copyFrom(change.apply(row.toDomain()));
        return true;
    }

    @Override
    public void changeConsent(UUID consentId, UUID patientId, String scope, UnaryOperator<KnownConsent> change) {
        if (!change(patientId, known -> known)) {
            return;
        }
        KnownConsentEntity row = entities.find(KnownConsentEntity.class, consentId);
        if (row == null) {
            row = new KnownConsentEntity();
            row.id = consentId;
            row.copyFrom(change.apply(new KnownConsent(consentId, patientId, scope, null, null, null)));
            entities.persist(row);
        } else {
            row.copyFrom(change.apply(row.toDomain()));
        }
        entities.flush();
        List<KnownConsent> standing = treatmentConsents(patientId);
        Instant until = standing.stream().map(KnownConsent::expiresAt).max(Instant::compareTo).orElse(null);
        change(patientId, known -> known.consented(KnownConsent.since(standing), until));
    }

    private List<KnownConsent> treatmentConsents(UUID patientId) {
        return entities.createQuery("from KnownConsentEntity c where c.patientId = :patientId and c.scope = :scope", KnownConsentEntity.class)
                .setParameter("patientId", patientId).setParameter("scope", KnownConsent.TREATMENT).getResultStream()
                .map(KnownConsentEntity::toDomain).filter(KnownConsent::standing).toList();
    }

    @Override
    public boolean rememberSafetyAlert(UUID alertId, UUID patientId, String code, String severity, Instant raisedAt) {
        KnownSafetyAlertEntity row = safetyAlert(alertId, patientId);
        if (row.raisedAt != null) {
            return false;
        }
        row.code = code;
        row.severity = severity;
        row.raisedAt = raisedAt;
        entities.persist(row);
        return true;
    }

    @Override
    public void resolveSafetyAlert(UUID alertId, UUID patientId, Instant at) {
        KnownSafetyAlertEntity row = safetyAlert(alertId, patientId);
        row.resolvedAt = at;
        entities.persist(row);
    }

    private KnownSafetyAlertEntity safetyAlert(UUID alertId, UUID patientId) {
        KnownSafetyAlertEntity row = entities.find(KnownSafetyAlertEntity.class, alertId);
        if (row == null) {
            row = new KnownSafetyAlertEntity();
            row.id = alertId;
            row.patientId = patientId;
        }
        return row;
    }

    @Override
    public List<KnownSafetyAlert> unresolvedSafetyAlerts(UUID patientId) {
        return entities.createQuery("from KnownSafetyAlertEntity where " + Records.OF_PERSON
                        + " and raisedAt is not null and resolvedAt is null order by raisedAt, id", KnownSafetyAlertEntity.class)
                .setParameter("patientId", patientId).getResultStream().map(KnownSafetyAlertEntity::toDomain).toList();
    }

    @Override
    public void rememberScore(UUID responseId, UUID patientId, String instrument, String timePoint, BigDecimal total,
            BigDecimal percentChange, Instant answeredAt) {
        if (entities.find(KnownScoreEntity.class, responseId) != null) {
            return;
        }
        KnownScoreEntity row = new KnownScoreEntity();
        row.id = responseId;
        row.patientId = patientId;
        row.instrument = instrument;
        row.timePoint = timePoint;
        row.total = total;
        row.percentChange = percentChange;
        row.answeredAt = answeredAt;
        entities.persist(row);
    }

    @Override
    public Optional<BigDecimal> improvementPercent(UUID patientId, String instrument) {
        return entities.createQuery("""
                from KnownScoreEntity s where s.patientId = :patientId and s.instrument = :instrument
                order by s.answeredAt desc, s.id desc""", KnownScoreEntity.class)
                .setParameter("patientId", patientId).setParameter("instrument", instrument).setMaxResults(1)
                .getResultStream().findFirst().map(score -> score.percentChange);
    }
}
