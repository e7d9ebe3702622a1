package health.stillpoint.patient.intake.persistence;

import health.stillpoint.patient.intake.domain.Intake;
import health.stillpoint.patient.intake.domain.IntakeRefusal;
import health.stillpoint.patient.intake.domain.IntakeRepository;
import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.patients.domain.Versioned;
import health.stillpoint.patient.patients.persistence.MergedRecords;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Intakes in PostgreSQL. */
@ApplicationScoped
class PanacheIntakeRepository implements IntakeRepository, PanacheRepositoryBase<IntakeEntity, UUID> {

    @Override
    public Versioned<Intake> add(Intake intake) {
        IntakeEntity entity = IntakeEntity.of(intake);
        persist(entity);
        return new Versioned<>(intake, entity.version);
    }

    @Override
    public Versioned<Intake> save(Intake intake) {
        IntakeEntity entity = findByIdOptional(intake.id()).orElseThrow(IntakeRefusal.NoSuchIntake::new);
        entity.copyFrom(intake);
        flush();
        return new Versioned<>(intake, entity.version);
    }

    @Override
    public Optional<Versioned<Intake>> withId(PatientId patientId, UUID id) {
        return find(MergedRecords.OF_PERSON + " and id = ?2", patientId.value(), id).firstResultOptional()
                .map(PanacheIntakeRepository::versioned);
    }

    @Override
    public List<Versioned<Intake>> of(PatientId patientId) {
        return find(MergedRecords.OF_PERSON + " order by id desc", patientId.value()).stream()
                .map(PanacheIntakeRepository::versioned)
                .toList();
    }

    @Override
    public List<Versioned<Intake>> of(PatientId patientId, UUID last, int limit) {
        return find(MergedRecords.NEWEST_FIRST, patientId.value(), MergedRecords.behind(last)).range(0, limit - 1).stream()
                .map(PanacheIntakeRepository::versioned)
                .toList();
    }

    @Override
    public List<Intake> newestSigned() {
        return find("""
                from IntakeEntity i where i.signedAt is not null and not exists (
                    select 1 from IntakeEntity later
                    where later.patientId = i.patientId and later.signedAt is not null and later.number > i.number)
                  and not exists (select 1 from PatientEntity p where p.id = i.patientId and p.mergedInto is not null)
                order by i.id""").stream()
                .map(IntakeEntity::toDomain)
                .toList();
    }

    private static Versioned<Intake> versioned(IntakeEntity entity) {
        return new Versioned<>(entity.toDomain(), entity.version);
    }
}
