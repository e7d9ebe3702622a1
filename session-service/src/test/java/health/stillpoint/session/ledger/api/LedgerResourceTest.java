package health.stillpoint.session.ledger.api;

import static health.stillpoint.session.fixtures.SessionSteps.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import health.stillpoint.kit.testing.Database;
import health.stillpoint.kit.testing.ServiceTest;
import health.stillpoint.kit.testing.Stack;
import health.stillpoint.session.fixtures.AtOnce;
import health.stillpoint.session.fixtures.SessionSteps;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tries to make the ledger wrong. */
@ServiceTest
class LedgerResourceTest {

    private final SessionSteps steps = SessionSteps.in("harbor");

    @Test
    void neverFallsBelowZeroUnderFiftyWritersAtOnce() {
        UUID lot = steps.lot(300);

        List<Response> answers = AtOnce.times(50, () -> move("monitor", lot, "LOSS_THEFT", 10));

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(30);
        assertThat(answers).filteredOn(answer -> answer.statusCode() != 201).allMatch(answer -> answer.statusCode() == 409);
        steps.as("monitor").get("/api/v1/ledger/balance?lotId={id}", lot).then().statusCode(200).body("balanceMilligrams", equalTo(0));
        assertThat((BigDecimal) Database.value("select sum(lot_delta) - min(l.balance_milligrams) from ledger_movement m join drug_lot l on l.id = m.lot_id where l.id = ?", lot))
                .isEqualByComparingTo("0");
    }

    @Test
    void countsWasteOnlyWithASecondPerson() {
        UUID lot = steps.lot(100);
        UUID proposer = UUID.randomUUID();
        UUID waste = id(steps.as("monitor", proposer).header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("lotId", lot, "type", "DESTROY", "milligrams", 40, "reason", "Vial broken")).post("/api/v1/ledger/movements")
                .then().statusCode(201).body("state", equalTo("AWAITING_WITNESS")));
        steps.as("monitor").get("/api/v1/ledger/balance?lotId={id}", lot).then().body("balanceMilligrams", equalTo(100));

        witness("prescriber", proposer, waste).then().statusCode(409).body("unmet", contains("WITNESS_NOT_DISTINCT"));
        UUID second = UUID.randomUUID();
        witness("prescriber", second, waste).then().statusCode(200).body("state", equalTo("RECORDED")).body("witnessedBy", equalTo(second.toString()));
        witness("prescriber", UUID.randomUUID(), waste).then().statusCode(409).body("unmet", contains("ALREADY_WITNESSED"));
        steps.as("monitor").get("/api/v1/ledger/balance?lotId={id}", lot).then().body("balanceMilligrams", equalTo(60));
    }

    private Response witness(String role, UUID subject, UUID waste) {
        return steps.as(role, subject).header("Idempotency-Key", UUID.randomUUID().toString()).post("/api/v1/ledger/movements/{id}/witness", waste);
    }

    @Test
    void takesNoWithdrawalOutsideADoseAndNoMoreThanThereIs() {
        UUID lot = steps.lot(100);

        move("monitor", lot, "WITHDRAW", 10).then().statusCode(409).body("unmet", contains("PART_OF_A_DOSE"));
        move("monitor", lot, "RETURN", 10).then().statusCode(409).body("unmet", contains("SESSION_REQUIRED"));
        move("monitor", lot, "DESTROY", 101).then().statusCode(409).body("unmet", contains("LOT_INSUFFICIENT"));
        move("monitor", UUID.randomUUID(), "LOSS_THEFT", 1).then().statusCode(404).body("code", equalTo("no-such-lot"));
        move("therapist", lot, "LOSS_THEFT", 1).then().statusCode(403);
        steps.as("monitor").body(Map.of("lotId", lot, "type", "LOSS_THEFT", "milligrams", 1, "reason", "x")).post("/api/v1/ledger/movements")
                .then().statusCode(400).body("code", equalTo("idempotency-key-required"));
    }

    @Test
    void letsNobodyTouchABalanceByHand() throws SQLException {
        UUID lot = steps.lot(100);

        try (Connection service = Database.asService(Stack.clinic("harbor")); Statement sql = service.createStatement()) {
            assertThatThrownBy(() -> sql.executeUpdate("update drug_lot set balance_milligrams = 1000 where id = '" + lot + "'"))
                    .hasMessageContaining("by a movement only");
            assertThatThrownBy(() -> sql.executeUpdate("update ledger_movement set milligrams = 1")).hasMessageContaining("permission denied");
            assertThatThrownBy(() -> sql.executeUpdate("delete from ledger_movement")).hasMessageContaining("permission denied");
        }
    }

    private Response move(String role, UUID lot, String type, int milligrams) {
        return steps.as(role).header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("lotId", lot, "type", type, "milligrams", milligrams, "reason", "Counted at shift change")).post("/api/v1/ledger/movements");
    }
}
