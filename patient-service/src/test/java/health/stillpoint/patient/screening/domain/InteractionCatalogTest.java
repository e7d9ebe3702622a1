package health.stillpoint.patient.screening.domain;

import static health.stillpoint.patient.screening.domain.InteractionClass.IX_BZD;
import static health.stillpoint.patient.screening.domain.InteractionClass.IX_OPI;
import static health.stillpoint.patient.screening.domain.InteractionClass.IX_SEIZ;
import static health.stillpoint.patient.screening.domain.InteractionClass.IX_STIM;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InteractionCatalogTest {

    private final InteractionCatalog catalog = InteractionCatalog.shipped();

    @Test
    void readsEveryCellOfTheList() {
        assertThat(catalog.drugs()).doesNotHaveDuplicates().contains(
                new InteractionCatalog.Drug("lorazepam", "6470", Set.of(IX_BZD), BigDecimal.ONE, false),
                new InteractionCatalog.Drug("methadone", "6813", Set.of(IX_OPI), new BigDecimal("4.7"), true),
                new InteractionCatalog.Drug("tramadol", "10689", Set.of(IX_OPI, IX_SEIZ), new BigDecimal("0.2"), false),
                new InteractionCatalog.Drug("fentanyl", "4337", Set.of(IX_OPI), null, false),
                new InteractionCatalog.Drug("adderall", null, Set.of(IX_STIM), null, false));
    }

    @Test
    void findsADrugByNameOrNumberAndNothingElse() {
        assertThat(names(medication("LORAZEPAM 1 mg", null))).containsExactly("lorazepam");
        assertThat(names(medication(null, "6470"))).containsExactly("lorazepam");
        assertThat(names(medication("lorazepam/tramadol", "6470"))).containsExactlyInAnyOrder("lorazepam", "tramadol");
        assertThat(names(medication("lorazepamine", "1"))).isEmpty();
        assertThat(names(medication(null, null))).isEmpty();
    }

    private List<String> names(ScreeningAnswers.Medication medication) {
        return catalog.find(medication).stream().map(InteractionCatalog.Drug::name).toList();
    }

    private static ScreeningAnswers.Medication medication(String name, String rxnorm) {
        return new ScreeningAnswers.Medication(name, rxnorm, null);
    }
}
