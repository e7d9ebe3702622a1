package health.stillpoint.session.ledger.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Lots and the movements of the controlled-substance ledger. */
public interface LedgerRepository {

    Optional<Lot> lot(UUID id);

    /** The lot with its present balance; everybody else who locks it waits until this transaction ends. */
    Optional<Lot> lockLot(UUID id);

    List<Lot> lots(UUID after, int limit);

    Lot addLot(Lot lot);

    /** Appends lines; the database keeps the lot's balance and refuses one below zero. */
    void append(List<Movement> movements);

    List<Movement> movements(UUID lotId, UUID sessionId, UUID after, int limit);

    /** Sum of all movements of a lot recorded until the moment. */
    BigDecimal balanceAt(UUID lotId, Instant at);

    /** Withdrawn for a session and not yet administered, wasted or returned. */
    BigDecimal sessionBalance(UUID sessionId, UUID lotId);

    /** True when everything withdrawn for the session is accounted for. */
    boolean sessionBalanced(UUID sessionId);

    /** Who administered in a session. */
    List<UUID> administeredBy(UUID sessionId);

    DestructionProposal addProposal(DestructionProposal proposal);

    Optional<DestructionProposal> proposal(UUID id);

    DestructionProposal updateProposal(DestructionProposal proposal);
}
