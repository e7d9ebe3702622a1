package health.stillpoint.patient.patients.persistence;

import health.stillpoint.patient.patients.domain.FormerIdentifier;
import health.stillpoint.patient.patients.domain.Identifier;
import health.stillpoint.patient.patients.domain.Patient;
import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.patients.domain.PatientRefusal;
import health.stillpoint.patient.patients.domain.PatientRepository;
import health.stillpoint.patient.patients.domain.Versioned;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The register in PostgreSQL. */
@ApplicationScoped
class PanachePatientRepository implements PatientRepository, PanacheRepositoryBase<PatientEntity, UUID> {

    /** The primary key is led by the clinic, so another clinic's number neither collides nor shows. */
    private static final String CLAIM = """
            insert into patient_identifier (clinic_id, system, value, patient_id)
            values (kit_clinic(), :system, :value, :patient) on conflict do nothing""";

    private static final String NUMBER = "where i.clinic_id = kit_clinic() and i.system = :system and i.value = :value";

    /** The patient's own from earlier, or that of a record merged into theirs. */
    private static final String OWN = "select 1 from patient_identifier i join patient p on p.clinic_id = kit_clinic() and p.id = i.patient_id "
            + NUMBER + " and (p.id = :patient or p.merged_into = :patient)";

    private static final String FREE = "delete from patient_identifier i " + NUMBER;

    @Override
    public Versioned<Patient> add(Patient patient, UUID registeredBy) {
        PatientEntity entity = PatientEntity.of(patient, registeredBy);
        persist(entity);
        List<Identifier> given = patient.identifiers().stream()
                .filter(identifier -> !identifier.system().equals(Identifier.MEDICAL_RECORD_NUMBER))
                .toList();
        if (!given.isEmpty()) {
            flush();
            given.forEach(identifier -> claim(identifier, new PatientId(entity.id)));
        }
        return new Versioned<>(patient, entity.version);
    }

    @Override
    public void claim(Identifier identifier, PatientId id) {
        if (number(CLAIM, identifier).setParameter("patient", id.value()).executeUpdate() == 0
                && number(OWN, identifier).setParameter("patient", id.value()).getResultList().isEmpty()) {
            throw new PatientRefusal.IdentifierTaken();
        }
    }

    @Override
    public void keep(FormerIdentifier former, PatientId id) {
        getEntityManager().persist(FormerIdentifierEntity.of(id, former));
        if (former.reason() == FormerIdentifier.Reason.ENTERED_IN_ERROR) {
            number(FREE, former.identifier()).executeUpdate();
        }
    }

    private Query number(String statement, Identifier identifier) {
        return getEntityManager().createNativeQuery(statement)
                .setParameter("system", identifier.system())
                .setParameter("value", identifier.value());
    }

    @Override
    public List<FormerIdentifier> formerIdentifiers(PatientId id, UUID last, int limit) {
        return getEntityManager()
                .createQuery("from FormerIdentifierEntity where " + MergedRecords.NEWEST_FIRST, FormerIdentifierEntity.class)
                .setParameter(1, id.value())
                .setParameter(2, MergedRecords.behind(last))
                .setMaxResults(limit)
                .getResultStream()
                .map(FormerIdentifierEntity::toDomain)
                .toList();
    }

    @Override
    public Optional<Versioned<Patient>> withId(PatientId id) {
        return findByIdOptional(id.value()).map(PanachePatientRepository::current)
                .map(entity -> unless(entity.factsDeletedAt != null, entity));
    }

    @Override
    public Optional<Versioned<Patient>> withIdLocked(PatientId id) {
        return findByIdOptional(id.value(), LockModeType.PESSIMISTIC_WRITE).map(PanachePatientRepository::current)
                .map(entity -> unless(entity.erasedAt != null, entity));
    }

    private static Versioned<Patient> unless(boolean erased, PatientEntity entity) {
        if (erased) {
            throw new PatientRefusal.Erased();
        }
        return versioned(entity);
    }

    private static PatientEntity current(PatientEntity entity) {
        if (entity.mergedInto != null) {
            throw new PatientRefusal.Merged(new PatientId(entity.mergedInto));
        }
        return entity;
    }

    @Override
    public void mergeInto(PatientId merged, PatientId survivor, Instant at) {
        PatientEntity entity = findByIdOptional(merged.value()).orElseThrow(PatientRefusal.NoSuchPatient::new);
        entity.mergedInto = survivor.value();
        entity.mergedAt = at;
        flush();
        update("mergedInto = ?1 where mergedInto = ?2", survivor.value(), merged.value());
    }

    @Override
    public boolean isMergedInto(PatientId merged, PatientId survivor) {
        return count("id = ?1 and mergedInto = ?2", merged.value(), survivor.value()) > 0;
    }

    @Override
    public boolean isErased(PatientId id) {
        return findByIdOptional(id.value()).map(entity -> entity.erasedAt != null).orElse(false);
    }

    @Override
    public Versioned<Patient> save(Patient patient) {
        PatientEntity entity = findByIdOptional(patient.id().value()).orElseThrow(PatientRefusal.NoSuchPatient::new);
        entity.copyFrom(patient);
        flush();
        return new Versioned<>(patient, entity.version);
    }

    @Override
    public List<Versioned<Patient>> withIds(Collection<UUID> ids) {
        return find("id in ?1", ids).stream().map(PanachePatientRepository::versioned).toList();
    }

    @Override
    public List<Versioned<Patient>> after(UUID last, int limit) {
        UUID begin = last == null ? new UUID(0, 0) : last;
        return find("id > ?1 and factsDeletedAt is null order by id", begin).range(0, limit - 1).stream()
                .map(PanachePatientRepository::versioned).toList();
    }

    private static Versioned<Patient> versioned(PatientEntity entity) {
        return new Versioned<>(entity.toDomain(), entity.version);
    }
}
