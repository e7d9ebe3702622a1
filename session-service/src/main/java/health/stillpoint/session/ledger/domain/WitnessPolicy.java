package health.stillpoint.session.ledger.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Two different people destroy a controlled substance, and the witness did not administer it (dosing section 8.1, rule 3). */
public final class WitnessPolicy {

    private WitnessPolicy() {
    }

    public static List<MovementRefusal> refusals(DestructionProposal proposal, UUID witness, List<UUID> administeredBy) {
        List<MovementRefusal> refusals = new ArrayList<>();
        if (!proposal.open()) {
            refusals.add(MovementRefusal.ALREADY_WITNESSED);
        }
        if (witness.equals(proposal.proposedBy()) || administeredBy.contains(witness)) {
            refusals.add(MovementRefusal.WITNESS_NOT_DISTINCT);
        }
        return List.copyOf(refusals);
    }
}
