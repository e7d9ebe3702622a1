package health.stillpoint.session.ledger.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LedgerRulesTest {

    private static final Instant NOON = Instant.parse("2026-03-09T12:00:00Z");
    private static final UUID PROPOSER = new UUID(0, 1);
    private static final UUID WITNESS = new UUID(0, 2);
    private static final UUID GIVER = new UUID(0, 3);

    @ParameterizedTest(name = "{0}: lot {1}, session {2}")
    @CsvSource({"RECEIPT, 10, 0", "WITHDRAW, -10, 10", "ADMINISTER, 0, -10", "WASTE, 0, -10", "RETURN, 10, -10", "DESTROY, -10, 0", "LOSS_THEFT, -10, 0"})
    void moveWhatTheirTypeSays(MovementType type, BigDecimal lot, BigDecimal session) {
        UUID sessionId = session.signum() == 0 ? null : new UUID(0, 7);
        Movement movement = Movement.of(new UUID(0, 8), new UUID(0, 9), type, BigDecimal.TEN, sessionId, null, null, null, PROPOSER, null, NOON, NOON);

        assertThat(movement.lotDeltaMilligrams()).isEqualByComparingTo(lot);
        assertThat(movement.sessionDeltaMilligrams()).isEqualByComparingTo(session);
    }

    @Test
    void takeWasteOfStockFromTheLot() {
        Movement movement = Movement.of(new UUID(0, 8), new UUID(0, 9), MovementType.WASTE, BigDecimal.TEN, null, null, null, "broken", PROPOSER, WITNESS, NOON, NOON);

        assertThat(movement.lotDeltaMilligrams()).isEqualByComparingTo("-10");
    }

    @Test
    void wantAWitnessWhoIsSomebodyElse() {
        assertThat(WitnessPolicy.refusals(proposal(), WITNESS, List.of(GIVER))).isEmpty();
        assertThat(WitnessPolicy.refusals(proposal(), PROPOSER, List.of(GIVER))).containsExactly(MovementRefusal.WITNESS_NOT_DISTINCT);
        assertThat(WitnessPolicy.refusals(proposal(), GIVER, List.of(GIVER))).containsExactly(MovementRefusal.WITNESS_NOT_DISTINCT);
        assertThat(WitnessPolicy.refusals(proposal().witnessed(WITNESS, NOON), WITNESS, List.of())).containsExactly(MovementRefusal.ALREADY_WITNESSED);
    }

    @ParameterizedTest(name = "expires on {0}, quarantined {1}, dosing on 2026-03-09: usable {2}")
    @CsvSource({"2026-03-09, false, true", "2026-03-08, false, false", "2027-01-01, true, false"})
    void refuseAnExpiredOrQuarantinedLot(LocalDate expires, boolean quarantined, boolean usable) {
        Lot lot = new Lot(new UUID(0, 9), "Ketamine", BigDecimal.TEN, Lot.Form.VIAL, "K1", expires, "Harbor", quarantined, BigDecimal.TEN, 0);

        assertThat(lot.usableOn(LocalDate.of(2026, 3, 9))).isEqualTo(usable);
    }

    private static DestructionProposal proposal() {
        return new DestructionProposal(new UUID(0, 6), new UUID(0, 9), MovementType.WASTE, BigDecimal.TEN, null, "broken", PROPOSER, NOON, NOON, null, null, 0);
    }
}
