package health.stillpoint.session.ledger.api;

import health.stillpoint.session.ledger.domain.Lot;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/** A lot and its book balance. */
public record LotView(UUID id, long version, String product, BigDecimal strengthMilligramsPerMilliliter, Lot.Form form, String lotNumber,
        LocalDate expiresOn, String supplier, boolean quarantined, BigDecimal balanceMilligrams) {

    static LotView of(Lot lot) {
        return new LotView(lot.id(), lot.version(), lot.product(), lot.strengthMilligramsPerMilliliter(), lot.form(), lot.lotNumber(),
                lot.expiresOn(), lot.supplier(), lot.quarantined(), lot.balanceMilligrams());
    }
}
