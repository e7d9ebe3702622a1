package health.stillpoint.outcome.instrument.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.outcome.instrument.domain.Instrument;
import health.stillpoint.outcome.instrument.domain.InstrumentCatalogue;
import health.stillpoint.outcome.instrument.domain.InstrumentCode;
import health.stillpoint.outcome.instrument.domain.MissingRule;
import health.stillpoint.outcome.instrument.domain.Respondent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueFileTest {

    private static final InstrumentCatalogue CATALOGUE = new CatalogueFile();

    @Test
    void holdsEveryInstrumentWithItsSources() {
        assertThat(CATALOGUE.all()).hasSize(41);
        assertThat(CATALOGUE.all()).allSatisfy(instrument -> assertThat(instrument.sources()).isNotEmpty());
    }

    @Test
    void doesNotScoreWhatIsNotVerified() {
        assertThat(CATALOGUE.all())
                .filteredOn(instrument -> instrument.rules().isEmpty())
                .extracting(Instrument::code)
                .containsExactly(new InstrumentCode("EIS"));
    }

    @Test
    void replacesOnlyTheListedKeysOfAnExtendedEntry() {
        Instrument clinician = CATALOGUE.withCode(new InstrumentCode("LSAS_CA"));
        assertThat(clinician.respondent()).isEqualTo(Respondent.CLINICIAN);
        assertThat(clinician.scoring().missingRule()).isInstanceOf(MissingRule.NoneAllowed.class);
        assertThat(clinician.scoring().itemCount()).isEqualTo(48);
        assertThat(CATALOGUE.withCode(new InstrumentCode("PDSS")).scoring().reliableChange()).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1} points unrounded, reliable from {2}")
    @CsvSource({
        "GAD7, 3.68, 4", "PHQ9, 5.61, 6", "LSAS_SR, 17.04, 18", "SPIN, 9.38, 10", "PDSS_SR, 4.39, 5",
        "PSWQ, 6.95, 7", "BAI, 10.55, 11"
    })
    void derivesTheReliableChangeFromDeviationAndReliability(String code, BigDecimal raw, int points) {
        var index = CATALOGUE.withCode(new InstrumentCode(code)).scoring().reliableChange().orElseThrow();
        assertThat(index.limitInPoints().orElseThrow().setScale(2, RoundingMode.HALF_UP)).isEqualByComparingTo(raw);
        assertThat(index.minimumPoints()).isEqualTo(points);
    }

    @ParameterizedTest(name = "{0} of {1} items")
    @CsvSource({"PATIENT, 9, 0", "PATIENT, 10, 1", "PATIENT, 29, 2"})
    void allowsPatientsOneMissingItemInTenWhereTheAuthorsSayNothing(Respondent who, int items, int allowed) {
        assertThat(MissingRule.standard(who, items)).isEqualTo(new MissingRule.Prorate(allowed));
    }

    @Test
    void allowsCliniciansNoMissingItemWhereTheAuthorsSayNothing() {
        assertThat(MissingRule.standard(Respondent.CLINICIAN, 30)).isEqualTo(new MissingRule.NoneAllowed());
    }

    @Test
    void keepsNoWordingOfItems() {
        List<String> described = CATALOGUE.all().stream().map(Instrument::toString).toList();
        assertThat(described).allSatisfy(text -> assertThat(text).doesNotContainIgnoringCase("over the last 2 weeks"));
    }
}
