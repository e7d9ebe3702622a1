package health.stillpoint.session.ledger.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Drug of one manufacturer's lot. The balance is kept by the database from the movements and can never fall below zero.
 *
 * @param strengthMilligramsPerMilliliter null for solid forms
 * @param balanceMilligrams exact decimal
 */
public record Lot(UUID id, String product, BigDecimal strengthMilligramsPerMilliliter, Form form, String lotNumber,
        LocalDate expiresOn, String supplier, boolean quarantined, BigDecimal balanceMilligrams, long version) {

    public enum Form { VIAL, LOZENGE, NASAL_SPRAY }

    /** In date on the day of dosing and not quarantined (dosing section 8.1, rule 2: expired when expiry < dosing date). */
    public boolean usableOn(LocalDate day) {
        return !quarantined && !expiresOn.isBefore(day);
    }

    public boolean holds(BigDecimal milligrams) {
        return balanceMilligrams.compareTo(milligrams) >= 0;
    }
}
