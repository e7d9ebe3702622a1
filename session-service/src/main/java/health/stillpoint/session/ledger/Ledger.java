package health.stillpoint.session.ledger;

import health.stillpoint.kit.id.Ids;
import health.stillpoint.session.charting.Charting;
import health.stillpoint.session.ledger.domain.DestructionProposal;
import health.stillpoint.session.ledger.domain.LedgerRepository;
import health.stillpoint.session.ledger.domain.Lot;
import health.stillpoint.session.ledger.domain.Movement;
import health.stillpoint.session.ledger.domain.MovementRefusal;
import health.stillpoint.session.ledger.domain.MovementType;
import health.stillpoint.session.ledger.domain.WitnessPolicy;
import health.stillpoint.session.refusal.NoSuchRecord;
import health.stillpoint.session.refusal.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps the controlled-substance ledger: receipts, what a dose takes, destruction with a witness, returns and losses. */
@ApplicationScoped
public class Ledger {

    private final LedgerRepository ledger;
    private final Charting charting;

    Ledger(LedgerRepository ledger, Charting charting) {
        this.ledger = ledger;
        this.charting = charting;
    }

    /** What a supplier delivered. */
    public record Delivery(String product, BigDecimal strengthMilligramsPerMilliliter, Lot.Form form, String lotNumber,
            LocalDate expiresOn, BigDecimal quantityMilligrams, String supplier) {
    }

    /** Something done to drug outside a dose. */
    public record Change(UUID lotId, MovementType type, BigDecimal milligrams, UUID sessionId, String reason, Instant occurredAt) {
    }

    /** Takes in a lot together with its receipt. */
    public Lot receive(Delivery delivery, UUID by) {
        Instant now = charting.now();
        Lot lot = ledger.addLot(new Lot(Ids.next(), delivery.product(), delivery.strengthMilligramsPerMilliliter(), delivery.form(),
                delivery.lotNumber(), delivery.expiresOn(), delivery.supplier(), false, BigDecimal.ZERO, 0));
        ledger.append(List.of(Movement.of(Ids.next(), lot.id(), MovementType.RECEIPT, delivery.quantityMilligrams(), null, null, null,
                null, by, null, now, now)));
        return withId(lot.id());
    }

    public Lot withId(UUID id) {
        return ledger.lot(id).orElseThrow(() -> new NoSuchRecord("lot"));
    }

    public List<Lot> lots(UUID after, int limit) {
        return ledger.lots(after, limit);
    }

    /** The lot for a dose, locked until the dose is recorded or refused. */
    public Optional<Lot> lockForDose(UUID lotId) {
        return ledger.lockLot(lotId);
    }

    /** The two lines of a dose: withdrawn from the lot, administered to the patient. */
    public void administer(UUID lotId, BigDecimal milligrams, UUID sessionId, UUID doseId, UUID patientId, UUID by, Instant occurredAt) {
        Instant now = charting.now();
        ledger.append(List.of(
                Movement.of(Ids.next(), lotId, MovementType.WITHDRAW, milligrams, sessionId, doseId, patientId, null, by, null, occurredAt, now),
                Movement.of(Ids.next(), lotId, MovementType.ADMINISTER, milligrams, sessionId, doseId, patientId, null, by, null, occurredAt, now)));
    }

    public boolean sessionBalanced(UUID sessionId) {
        return ledger.sessionBalanced(sessionId);
    }

    /** Records a change that one person may make alone. */
    public Movement record(Change change, UUID by) {
        check(change);
        Instant now = charting.now();
        Movement movement = Movement.of(Ids.next(), change.lotId(), change.type(), change.milligrams(), change.sessionId(), null, null,
                change.reason(), by, null, change.occurredAt(), now);
        ledger.append(List.of(movement));
        return movement;
    }

    /** Proposes a destruction; it counts once witnessed. */
    public DestructionProposal propose(Change change, UUID by) {
        check(change);
        return ledger.addProposal(new DestructionProposal(Ids.next(), change.lotId(), change.type(), change.milligrams(),
                change.sessionId(), change.reason(), by, change.occurredAt(), charting.now(), null, null, 0));
    }

    /** A second person saw it: the movement is written. */
    public Movement witness(UUID proposalId, UUID witness) {
        DestructionProposal proposal = ledger.proposal(proposalId).orElseThrow(() -> new NoSuchRecord("movement"));
        List<UUID> administeredBy = proposal.sessionId() == null ? List.of() : ledger.administeredBy(proposal.sessionId());
        List<MovementRefusal> unmet = WitnessPolicy.refusals(proposal, witness, administeredBy);
        if (!unmet.isEmpty()) {
            throw new Refused(Refused.Kind.MOVEMENT_REFUSED, unmet);
        }
        check(new Change(proposal.lotId(), proposal.type(), proposal.milligrams(), proposal.sessionId(), proposal.reason(), proposal.occurredAt()));
        Instant now = charting.now();
        ledger.updateProposal(proposal.witnessed(witness, now));
        Movement movement = Movement.of(proposal.id(), proposal.lotId(), proposal.type(), proposal.milligrams(), proposal.sessionId(),
                null, null, proposal.reason(), proposal.proposedBy(), witness, proposal.occurredAt(), now);
        ledger.append(List.of(movement));
        return movement;
    }

    private void check(Change change) {
        Lot lot = ledger.lockLot(change.lotId()).orElseThrow(() -> new NoSuchRecord("lot"));
        MovementType type = change.type();
        boolean ofSession = change.sessionId() != null;
        if (type.partOfDose() || type == MovementType.RECEIPT) {
            throw refused(MovementRefusal.PART_OF_A_DOSE);
        }
        if (type == MovementType.RETURN && !ofSession) {
            throw refused(MovementRefusal.SESSION_REQUIRED);
        }
        if (ofSession && ledger.sessionBalance(change.sessionId(), change.lotId()).compareTo(change.milligrams()) < 0) {
            throw refused(MovementRefusal.SESSION_INSUFFICIENT);
        }
        if (!ofSession && !lot.holds(change.milligrams())) {
            throw refused(MovementRefusal.LOT_INSUFFICIENT);
        }
    }

    private static Refused refused(MovementRefusal why) {
        return new Refused(Refused.Kind.MOVEMENT_REFUSED, List.of(why));
    }

    public List<Movement> movements(UUID lotId, UUID sessionId, UUID after, int limit) {
        return ledger.movements(lotId, sessionId, after, limit);
    }

    /** Book balance of a lot at a moment: the sum of all its movements recorded until then. */
    public BigDecimal balance(UUID lotId, Instant at) {
        return ledger.balanceAt(withId(lotId).id(), at == null ? charting.now() : at);
    }
}
