package health.stillpoint.session.ledger.persistence;

import health.stillpoint.session.ledger.domain.DestructionProposal;
import health.stillpoint.session.ledger.domain.LedgerRepository;
import health.stillpoint.session.ledger.domain.Lot;
import health.stillpoint.session.ledger.domain.Movement;
import health.stillpoint.session.ledger.domain.MovementRefusal;
import health.stillpoint.session.ledger.domain.MovementType;
import health.stillpoint.session.refusal.Refused;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;

/** {@code drug_lot}, {@code ledger_movement} and {@code destruction_proposal}. */
@ApplicationScoped
class PanacheLedgerRepository implements LedgerRepository, PanacheRepositoryBase<MovementEntity, UUID> {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final EntityManager entities;

    PanacheLedgerRepository(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public Optional<Lot> lot(UUID id) {
        LotEntity row = entities.find(LotEntity.class, id);
        if (row == null) {
            return Optional.empty();
        }
        entities.refresh(row);
        return Optional.of(row.toDomain());
    }

    @Override
    public Optional<Lot> lockLot(UUID id) {
        LotEntity row = entities.find(LotEntity.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (row == null) {
            return Optional.empty();
        }
        entities.refresh(row);
        return Optional.of(row.toDomain());
    }

    @Override
    public List<Lot> lots(UUID after, int limit) {
        return entities.createQuery("from LotEntity l where l.id > :after order by l.id", LotEntity.class)
                .setParameter("after", after == null ? BEFORE_ALL : after).setMaxResults(limit).getResultStream().map(LotEntity::toDomain).toList();
    }

    @Override
    public Lot addLot(Lot lot) {
        LotEntity row = LotEntity.of(lot);
        entities.persist(row);
        flush();
        return row.toDomain();
    }

    @Override
    public void append(List<Movement> movements) {
        movements.forEach(movement -> persist(MovementEntity.of(movement)));
        try {
            flush();
        } catch (ConstraintViolationException e) {
            throw "ck_drug_lot_balance".equals(e.getConstraintName())
                    ? new Refused(Refused.Kind.MOVEMENT_REFUSED, List.of(MovementRefusal.LOT_INSUFFICIENT)) : e;
        }
    }

    @Override
    public List<Movement> movements(UUID lotId, UUID sessionId, UUID after, int limit) {
        StringBuilder where = new StringBuilder("id > :after");
        Parameters parameters = Parameters.with("after", after == null ? BEFORE_ALL : after);
        if (lotId != null) {
            where.append(" and lotId = :lotId");
            parameters.and("lotId", lotId);
        }
        if (sessionId != null) {
            where.append(" and sessionId = :sessionId");
            parameters.and("sessionId", sessionId);
        }
        return find(where.append(" order by id").toString(), parameters).page(Page.ofSize(limit)).stream().map(MovementEntity::toDomain).toList();
    }

    @Override
    public BigDecimal balanceAt(UUID lotId, Instant at) {
        return entities.createQuery("select coalesce(sum(m.lotDelta), 0) from MovementEntity m where m.lotId = :lotId and m.recordedAt <= :at", BigDecimal.class)
                .setParameter("lotId", lotId).setParameter("at", at).getSingleResult();
    }

    @Override
    public BigDecimal sessionBalance(UUID sessionId, UUID lotId) {
        return entities.createQuery("""
                select coalesce(sum(m.sessionDelta), 0) from MovementEntity m
                where m.sessionId = :sessionId and m.lotId = :lotId""", BigDecimal.class)
                .setParameter("sessionId", sessionId).setParameter("lotId", lotId).getSingleResult();
    }

    @Override
    public boolean sessionBalanced(UUID sessionId) {
        return entities.createQuery("""
                select m.lotId from MovementEntity m where m.sessionId = :sessionId
                group by m.lotId having sum(m.sessionDelta) <> 0""", UUID.class)
                .setParameter("sessionId", sessionId).getResultList().isEmpty();
    }

    @Override
    public List<UUID> administeredBy(UUID sessionId) {
        return entities.createQuery("select distinct m.recordedBy from MovementEntity m where m.sessionId = :sessionId and m.type = :type", UUID.class)
                .setParameter("sessionId", sessionId).setParameter("type", MovementType.ADMINISTER).getResultList();
    }

    @Override
    public DestructionProposal addProposal(DestructionProposal proposal) {
        DestructionProposalEntity row = new DestructionProposalEntity();
        row.id = proposal.id();
        row.copyFrom(proposal);
        entities.persist(row);
        return proposal;
    }

    @Override
    public Optional<DestructionProposal> proposal(UUID id) {
        return Optional.ofNullable(entities.find(DestructionProposalEntity.class, id, LockModeType.PESSIMISTIC_WRITE))
                .map(DestructionProposalEntity::toDomain);
    }

    @Override
    public DestructionProposal updateProposal(DestructionProposal proposal) {
        DestructionProposalEntity row = entities.find(DestructionProposalEntity.class, proposal.id());
        row.copyFrom(proposal);
        flush();
        return row.toDomain();
    }
}
