package health.stillpoint.session.ledger.persistence;

import health.stillpoint.kit.persistence.ClinicEntity;
import health.stillpoint.session.ledger.domain.Lot;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Row of {@code drug_lot}; the balance belongs to the trigger of {@code ledger_movement}. */
@Entity
@Table(name = "drug_lot")
public class LotEntity extends ClinicEntity {

    public String product;
    public BigDecimal strength;
    @Enumerated(EnumType.STRING)
    public Lot.Form form;
    public String lotNumber;
    public LocalDate expiresOn;
    public String supplier;
    public boolean quarantined;
    @Column(updatable = false)
    public BigDecimal balanceMilligrams;

    static LotEntity of(Lot lot) {
        LotEntity row = new LotEntity();
        row.id = lot.id();
        row.product = lot.product();
        row.strength = lot.strengthMilligramsPerMilliliter();
        row.form = lot.form();
        row.lotNumber = lot.lotNumber();
        row.expiresOn = lot.expiresOn();
        row.supplier = lot.supplier();
        row.quarantined = lot.quarantined();
        row.balanceMilligrams = BigDecimal.ZERO;
        return row;
    }

    Lot toDomain() {
        return new Lot(id, product, strength, form, lotNumber, expiresOn, supplier, quarantined, balanceMilligrams, version);
    }
}
