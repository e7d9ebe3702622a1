package health.stillpoint.patient.patients.persistence;

import health.stillpoint.patient.patients.domain.Identifier;
import health.stillpoint.patient.patients.domain.Patient;
import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.patients.domain.PatientRefusal;
import health.stillpoint.patient.patients.domain.PatientRepository;
import health.stillpoint.patient.patients.domain.ProgrammeState;
import health.stillpoint.patient.patients.domain.Versioned;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
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

    @Override
    public Versioned<Patient> add(Patient patient, UUID registeredBy) {
        PatientEntity entity = PatientEntity.of(patient, registeredBy);
        persist(entity);
        List<Identifier> given = patient.identifiers().stream()
                .filter(identifier -> !identifier.system().equals(Identifier.MEDICAL_RECORD_NUMBER))
                .toList();
        if (!given.isEmpty()) {
            flush();
            given.forEach(identifier -> claim(identifier, entity.id));
        }
        return new Versioned<>(patient, entity.version);
    }

    private void claim(Identifier identifier, UUID patientId) {
        int claimed = getEntityManager().createNativeQuery(CLAIM)
                .setParameter("system", identifier.system())
                .setParameter("value", identifier.value())
                .setParameter("patient", patientId)
                .executeUpdate();
        if (claimed == 0) {
            throw new PatientRefusal.IdentifierTaken();
        }
    }

    @Override
    public Optional<Versioned<Patient>> withId(PatientId id) {
        return findByIdOptional(id.value()).map(PanachePatientRepository::versioned);
    }

    @Override
    public Optional<Versioned<Patient>> withIdLocked(PatientId id) {
        return findByIdOptional(id.value(), LockModeType.PESSIMISTIC_WRITE).map(PanachePatientRepository::versioned);
    }

    @Override
    public Versioned<Patient> save(Patient patient) {
        PatientEntity entity = findByIdOptional(patient.id().value()).orElseThrow(PatientRefusal.NoSuchPatient::new);
        entity.copyFrom(patient);
        flush();
        return new Versioned<>(patient, entity.version);
    }

    @Override
    public List<Versioned<Patient>> after(UUID last, ProgrammeState state, int limit) {
        UUID begin = last == null ? new UUID(0, 0) : last;
        PanacheQuery<PatientEntity> query = state == null
                ? find("id > ?1 order by id", begin)
                : find("id > ?1 and programmeState = ?2 order by id", begin, state);
        return query.range(0, limit - 1).stream().map(PanachePatientRepository::versioned).toList();
    }

    private static Versioned<Patient> versioned(PatientEntity entity) {
        return new Versioned<>(entity.toDomain(), entity.version);
    }
}
