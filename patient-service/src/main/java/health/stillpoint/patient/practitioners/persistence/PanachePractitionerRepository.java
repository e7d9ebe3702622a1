package health.stillpoint.patient.practitioners.persistence;

import health.stillpoint.patient.patients.domain.Versioned;
import health.stillpoint.patient.practitioners.domain.NationalProviderIdentifier;
import health.stillpoint.patient.practitioners.domain.Practitioner;
import health.stillpoint.patient.practitioners.domain.PractitionerId;
import health.stillpoint.patient.practitioners.domain.PractitionerRefusal;
import health.stillpoint.patient.practitioners.domain.PractitionerRepository;
import health.stillpoint.patient.practitioners.domain.PractitionerRole;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The staff in PostgreSQL. */
@ApplicationScoped
class PanachePractitionerRepository implements PractitionerRepository, PanacheRepositoryBase<PractitionerEntity, UUID> {

    @Override
    public Versioned<Practitioner> add(Practitioner practitioner, UUID createdBy) {
        PractitionerEntity entity = PractitionerEntity.of(practitioner, createdBy);
        persist(entity);
        return new Versioned<>(practitioner, entity.version);
    }

    @Override
    public Versioned<Practitioner> save(Practitioner practitioner) {
        PractitionerEntity entity =
                findByIdOptional(practitioner.id().value()).orElseThrow(PractitionerRefusal.NoSuchPractitioner::new);
        entity.copyFrom(practitioner);
        flush();
        return new Versioned<>(practitioner, entity.version);
    }

    @Override
    public Optional<Versioned<Practitioner>> withId(PractitionerId id) {
        return findByIdOptional(id.value()).map(PanachePractitionerRepository::versioned);
    }

    @Override
    public Optional<Versioned<Practitioner>> withIdLocked(PractitionerId id) {
        return findByIdOptional(id.value(), LockModeType.PESSIMISTIC_WRITE).map(PanachePractitionerRepository::versioned);
    }

    @Override
    public List<Practitioner> withIds(Collection<PractitionerId> ids) {
        return ids.isEmpty() ? List.of() : byIds(ids).stream().map(PractitionerEntity::toDomain).toList();
    }

    @Override
    public List<Practitioner> withIdsKept(Collection<PractitionerId> ids) {
        return ids.isEmpty()
                ? List.of()
                : byIds(ids).withLock(LockModeType.PESSIMISTIC_READ).stream().map(PractitionerEntity::toDomain).toList();
    }

    /** In one order, so that two transactions never wait for each other crosswise. */
    private PanacheQuery<PractitionerEntity> byIds(Collection<PractitionerId> ids) {
        Set<UUID> values = ids.stream().map(PractitionerId::value).collect(Collectors.toSet());
        return find("id in ?1 order by id", values);
    }

    @Override
    public Optional<Practitioner> signingInAs(UUID subjectId) {
        return find("subjectId = ?1 and endedAt is null", subjectId).firstResultOptional().map(PractitionerEntity::toDomain);
    }

    @Override
    public Optional<Practitioner> withNpi(NationalProviderIdentifier npi) {
        return find("npi = ?1 and endedAt is null", npi.value()).firstResultOptional().map(PractitionerEntity::toDomain);
    }

    @Override
    public List<Versioned<Practitioner>> after(UUID last, PractitionerRole role, Boolean active, int limit) {
        StringBuilder where = new StringBuilder("id > :last");
        Parameters parameters = Parameters.with("last", last == null ? new UUID(0, 0) : last);
        if (role != null) {
            where.append(" and concat(',', array_to_string(roles, ','), ',') like :role");
            parameters.and("role", "%," + role.name() + ",%");
        }
        if (active != null) {
            where.append(active ? " and endedAt is null" : " and endedAt is not null");
        }
        return find(where + " order by id", parameters).range(0, limit - 1).stream()
                .map(PanachePractitionerRepository::versioned)
                .toList();
    }

    private static Versioned<Practitioner> versioned(PractitionerEntity entity) {
        return new Versioned<>(entity.toDomain(), entity.version);
    }
}
