package health.stillpoint.session.ledger.api;

import health.stillpoint.session.ledger.Ledger;
import health.stillpoint.session.ledger.domain.Lot;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A lot as delivered. */
@Schema(examples = """
        {"product": "Ketamine hydrochloride injection", "strengthMilligramsPerMilliliter": 50, "form": "VIAL", "lotNumber": "K2611",
         "expiresOn": "2028-06-30", "quantityMilligrams": 5000, "supplier": "Harbor Wholesale"}""")
public record LotRequest(
        @NotBlank @Size(max = 200) String product,
        @DecimalMin(value = "0", inclusive = false) @DecimalMax("200") @Digits(integer = 3, fraction = 2) BigDecimal strengthMilligramsPerMilliliter,
        @NotNull Lot.Form form,
        @NotBlank @Size(max = 80) String lotNumber,
        @NotNull LocalDate expiresOn,
        @NotNull @DecimalMin(value = "0", inclusive = false) @DecimalMax("10000000") @Digits(integer = 8, fraction = 3) BigDecimal quantityMilligrams,
        @NotBlank @Size(max = 200) String supplier) {

    Ledger.Delivery toDelivery() {
        return new Ledger.Delivery(product, strengthMilligramsPerMilliliter, form, lotNumber, expiresOn, quantityMilligrams, supplier);
    }
}
