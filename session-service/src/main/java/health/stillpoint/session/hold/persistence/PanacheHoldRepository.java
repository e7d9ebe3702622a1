package health.stillpoint.session.hold.persistence;

import health.stillpoint.session.hold.domain.Hold;
import health.stillpoint.session.hold.domain.HoldRepository;
import health.stillpoint.session.identity.Records;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** {@code hold}. */
@ApplicationScoped
class PanacheHoldRepository implements HoldRepository, PanacheRepositoryBase<HoldEntity, UUID> {

    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final String OPEN = "(clearedAt is null or clearedUntil is not null and clearedUntil <= :now"
            + " or placedAt <= :now and clearedAt > :now)";

    @Override
    public Optional<Hold> withId(UUID id) {
        return findByIdOptional(id).map(HoldEntity::toDomain);
    }

    @Override
    public List<Hold> list(UUID patientId, boolean openOnly, Instant now, UUID after, int limit) {
        StringBuilder where = new StringBuilder("id > :after");
        Parameters parameters = Parameters.with("after", after == null ? BEFORE_ALL : after);
        if (patientId != null) {
            where.append(" and ").append(Records.OF_PATIENT);
            parameters.and("patientId", patientId);
        }
        if (openOnly) {
            where.append(" and ").append(OPEN);
            parameters.and("now", now);
        }
        return find(where.append(" order by id").toString(), parameters).page(Page.ofSize(limit)).stream().map(HoldEntity::toDomain).toList();
    }

    @Override
    public List<Hold> openOf(UUID patientId, Instant now) {
        return find(Records.OF_PATIENT + " and " + OPEN + " order by id", Parameters.with("patientId", patientId).and("now", now))
                .stream().map(HoldEntity::toDomain).toList();
    }

    @Override
    public Hold add(Hold hold) {
        HoldEntity row = new HoldEntity();
        row.id = hold.id();
        row.copyFrom(hold);
        persist(row);
        return hold;
    }

    @Override
    public Hold update(Hold hold) {
        HoldEntity row = findById(hold.id());
        row.copyFrom(hold);
        flush();
        return row.toDomain();
    }
}
