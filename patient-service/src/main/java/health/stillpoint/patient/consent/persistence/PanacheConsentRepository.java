package health.stillpoint.patient.consent.persistence;

import health.stillpoint.patient.consent.domain.Consent;
import health.stillpoint.patient.consent.domain.ConsentRefusal;
import health.stillpoint.patient.consent.domain.ConsentRepository;
import health.stillpoint.patient.consent.domain.ConsentScope;
import health.stillpoint.patient.consent.persistence.ConsentEntity.Status;
import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.patients.domain.Versioned;
import health.stillpoint.patient.patients.persistence.MergedRecords;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Consents in PostgreSQL. */
@ApplicationScoped
class PanacheConsentRepository implements ConsentRepository, PanacheRepositoryBase<ConsentEntity, UUID> {

    private static final String IDS = "select id from ConsentEntity where ";

    /** The end of a treatment consent moves the programme, and that of a merged or erased record never moves again. */
    private static final String CAN_END = " and (scope <> health.stillpoint.patient.consent.domain.ConsentScope.TREATMENT"
            + " or patientId in (select p.id from PatientEntity p where p.mergedInto is null and p.erasedAt is null)) ";

    @Override
    public Versioned<Consent> add(Consent consent) {
        ConsentEntity entity = ConsentEntity.of(consent);
        persist(entity);
        return new Versioned<>(consent, entity.version);
    }

    @Override
    public Versioned<Consent> save(Consent consent) {
        ConsentEntity entity = findByIdOptional(consent.id()).orElseThrow(ConsentRefusal.NoSuchConsent::new);
        entity.copyState(consent);
        flush();
        return new Versioned<>(consent, entity.version);
    }

    @Override
    public Optional<Versioned<Consent>> withId(PatientId patientId, UUID id) {
        return find(MergedRecords.OF_PERSON + " and id = ?2", patientId.value(), id).firstResultOptional()
                .map(PanacheConsentRepository::versioned);
    }

    @Override
    public List<Versioned<Consent>> of(PatientId patientId, UUID last, int limit) {
        return find(MergedRecords.NEWEST_FIRST, patientId.value(), MergedRecords.behind(last)).range(0, limit - 1).stream()
                .map(PanacheConsentRepository::versioned)
                .toList();
    }

    @Override
    public List<Consent> given(PatientId patientId, ConsentScope scope) {
        return find("patientId = ?1 and scope = ?2 and status = ?3", patientId.value(), scope, Status.GIVEN).stream()
                .map(ConsentEntity::toDomain)
                .toList();
    }

    @Override
    public boolean wasEverGiven(PatientId patientId, ConsentScope scope) {
        return count(MergedRecords.OF_PERSON + " and scope = ?2", patientId.value(), scope) > 0;
    }

    @Override
    public List<Consent> givenInEveryRecord(PatientId patientId) {
        return find(MergedRecords.OF_PERSON + " and status = ?2 order by id", patientId.value(), Status.GIVEN).stream()
                .map(ConsentEntity::toDomain)
                .toList();
    }

    @Override
    public Optional<Consent> given(UUID id) {
        return find("id = ?1 and status = ?2", id, Status.GIVEN).firstResultOptional().map(ConsentEntity::toDomain);
    }

    @Override
    public List<UUID> expired(Instant at, int limit) {
        return find(IDS + "status = ?1 and expiresAt <= ?2" + CAN_END + "order by expiresAt", Status.GIVEN, at).project(UUID.class)
                .range(0, limit - 1).list();
    }

    @Override
    public List<UUID> signedOnOtherThan(ConsentScope scope, Set<String> versions, int limit) {
        return find(IDS + "status = ?1 and scope = ?2 and templateVersion not in ?3" + CAN_END + "order by id", Status.GIVEN, scope, versions)
                .project(UUID.class).range(0, limit - 1).list();
    }

    @Override
    public List<Consent> given() {
        return find("status = ?1 order by id", Status.GIVEN).stream().map(ConsentEntity::toDomain).toList();
    }

    private static Versioned<Consent> versioned(ConsentEntity entity) {
        return new Versioned<>(entity.toDomain(), entity.version);
    }
}
