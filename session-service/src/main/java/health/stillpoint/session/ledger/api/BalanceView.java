package health.stillpoint.session.ledger.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** Book balance of a lot at a moment. */
public record BalanceView(UUID lotId, BigDecimal balanceMilligrams, Instant at) {
}
