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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InteractionCatalogTest {

    private final InteractionCatalog catalog = InteractionCatalog.shipped();

    @Test
    void readsEveryCellOfTheList() {
        assertThat(catalog.drugs()).doesNotHaveDuplicates().contains(
                new InteractionCatalog.Drug("lorazepam", "6470", Set.of(IX_BZD), BigDecimal.ONE, Set.of(), Set.of(), Set.of("ativan")),
                new InteractionCatalog.Drug("methadone", "6813", Set.of(IX_OPI), new BigDecimal("4.7"), Set.of(), Set.of(InteractionCatalog.Mark.QT,
                        InteractionCatalog.Mark.PO), Set.of()),
                new InteractionCatalog.Drug("tramadol", "10689", Set.of(IX_OPI, IX_SEIZ), new BigDecimal("0.2"), Set.of(),
                        Set.of(InteractionCatalog.Mark.PO), Set.of()),
                new InteractionCatalog.Drug("fentanyl", "4337", Set.of(IX_OPI), new BigDecimal("100"), Set.of("patch", "patches", "transdermal"),
                        Set.of(), Set.of()),
                new InteractionCatalog.Drug("adderall", null, Set.of(IX_STIM), null, Set.of(), Set.of(), Set.of()));
    }

    @ParameterizedTest(name = "{0}: antidepressant {1}, steadies mood {2}")
    @CsvSource({"sertraline, true, false", "venlafaxine, true, false", "imipramine, true, false", "phenelzine, true, false",
        "bupropion, true, false", "mirtazapine, true, false", "trazodone, true, false", "lithium, false, true",
        "lamotrigine, false, true", "carbamazepine, false, true", "valproate, false, true", "divalproex, false, true",
        "quetiapine, false, true", "lorazepam, false, false", "metformin, false, false"})
    void knowsWhatActsOnMood(String name, boolean antidepressant, boolean steadying) {
        InteractionCatalog.Drug drug = catalog.find(medication(name, null)).getFirst();

        assertThat(drug.isAntidepressant()).isEqualTo(antidepressant);
        assertThat(drug.isMoodStabilizer()).isEqualTo(steadying);
    }

    @Test
    void findsADrugByNameOrNumberAndNothingElse() {
        assertThat(names(medication("LORAZEPAM 1 mg", null))).containsExactly("lorazepam");
        assertThat(names(medication(null, "6470"))).containsExactly("lorazepam");
        assertThat(names(medication("lorazepam/tramadol", "6470"))).containsExactlyInAnyOrder("lorazepam", "tramadol");
        assertThat(names(medication("lorazepamine", "1"))).isEmpty();
        assertThat(names(medication(null, null))).isEmpty();
    }

    @ParameterizedTest(name = "knows {0}")
    @ValueSource(strings = {"Sertraline HCl 100 mg tablet", "theophylline and aspirin", "lorazepam/tramadol", "St John\u2019s wort",
            "St Johns wort", "St. Johns wort 300 mg", "Saint John's wort",
            "losartan potassium 50mg + hydrochlorothiazide 12.5mg", "fentanyl 100 mcg/h patch", "fentanyl 25 mcg/72 h",
            "Th\u00e9ophylline", "aspirin aspirin", "levonorgestrel/ethinyl estradiol", "amoxicillin, twice daily"})
    void knowsAMedicationOfWhichEveryPartIsKnown(String name) {
        assertThat(catalog.knows(medication(name, null))).isTrue();
    }

    @ParameterizedTest(name = "does not know {0}")
    @ValueSource(strings = {"Theophyline", "Theophyline and aspirin", "aspirin/Theophyline", "aspirin Theophyline",
            "100 mg tablet", "losartan and potassium chloride", "aspirin and nasal spray",
            "aspirin \u0442\u0435\u043e\u0444\u0438\u043b\u043b\u0438\u043d"})
    void doesNotKnowAMedicationWithAnUnknownPart(String name) {
        assertThat(catalog.knows(medication(name, null))).isFalse();
    }

    @Test
    void knowsAMedicationOnlyWithTheIdOfADrugItNames() {
        assertThat(catalog.knows(medication("theophylline", "10438"))).isTrue();
        assertThat(catalog.knows(medication("Zoloft", "36437"))).isTrue();
        assertThat(catalog.knows(medication("theophylline", "1191"))).isFalse();
        assertThat(catalog.knows(medication("Theophyline", "1191"))).isFalse();
        assertThat(catalog.knows(medication("theophylline", "999999"))).isFalse();
        assertThat(catalog.knows(medication(null, "1191"))).isFalse();
    }

    private List<String> names(ScreeningAnswers.Medication medication) {
        return catalog.find(medication).stream().map(InteractionCatalog.Drug::name).toList();
    }

    private static ScreeningAnswers.Medication medication(String name, String rxnorm) {
        return new ScreeningAnswers.Medication(name, rxnorm, null);
    }
}
