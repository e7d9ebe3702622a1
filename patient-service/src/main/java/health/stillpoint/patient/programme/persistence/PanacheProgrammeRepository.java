package health.stillpoint.patient.programme.persistence;

import health.stillpoint.kit.id.Ids;
import health.stillpoint.kit.time.ClinicClock;
import health.stillpoint.patient.ClinicLimits;
import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.patients.persistence.MergedRecords;
import health.stillpoint.patient.programme.ProgrammeConfig;
import health.stillpoint.patient.programme.domain.Programme;
import health.stillpoint.patient.programme.domain.ProgrammeRepository;
import health.stillpoint.patient.programme.domain.Transition;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Programmes in PostgreSQL. */
@ApplicationScoped
class PanacheProgrammeRepository implements ProgrammeRepository, PanacheRepositoryBase<ProgrammeEntity, UUID> {

    private final ClinicLimits limits;
    private final ClinicClock clock;

    PanacheProgrammeRepository(ClinicLimits limits, ClinicClock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public Optional<Programme> of(PatientId id) {
        return findByIdOptional(id.value()).map(entity -> entity.toDomain(limits.of(ProgrammeConfig.class)));
    }

    @Override
    public void save(PatientId id, Programme programme, List<Transition> steps, String by, String closingNote) {
        Optional<ProgrammeEntity> stored = findByIdOptional(id.value());
        ProgrammeEntity entity = stored.orElseGet(() -> ProgrammeEntity.of(id));
        entity.copyFrom(programme);
        if (stored.isEmpty()) {
            persist(entity);
        }
        steps.forEach(step -> getEntityManager().persist(entity(id, step, by, closingNote)));
    }

    private ProgrammeTransitionEntity entity(PatientId id, Transition step, String by, String closingNote) {
        ProgrammeTransitionEntity entity = new ProgrammeTransitionEntity();
        entity.id = Ids.next();
        entity.patientId = id.value();
        entity.fromState = step.from();
        entity.toState = step.to();
        entity.reasonCodes = step.reasonCodes();
        entity.changedAt = step.at();
        entity.recordedAt = clock.real();
        entity.causedBy = by;
        entity.closingNote = closingNote;
        return entity;
    }

    @Override
    public List<RecordedTransition> history(PatientId id) {
        return getEntityManager()
                .createQuery("from ProgrammeTransitionEntity where " + MergedRecords.OF_PERSON + " order by changedAt, number",
                        ProgrammeTransitionEntity.class)
                .setParameter(1, id.value())
                .getResultStream()
                .map(ProgrammeTransitionEntity::toDomain)
                .toList();
    }
}
