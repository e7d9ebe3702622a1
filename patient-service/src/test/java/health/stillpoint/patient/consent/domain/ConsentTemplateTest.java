package health.stillpoint.patient.consent.domain;

import static health.stillpoint.patient.consent.domain.ConsentElement.ALTERNATIVES;
import static health.stillpoint.patient.consent.domain.ConsentElement.ESCORT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.stillpoint.patient.fixtures.Texts;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsentTemplateTest {

    private static final ConsentText ENGLISH = Texts.text("en", Set.of(ESCORT, ALTERNATIVES));
    private static final ConsentText SPANISH = Texts.text("es", Set.of(ESCORT, ALTERNATIVES));
    private static final ConsentTemplate TEMPLATE = treatment(ENGLISH, SPANISH);

    @ParameterizedTest(name = "is read in Spanish by {0}")
    @ValueSource(strings = {"es", "es-US", "ES-mx", "es-419"})
    void isFoundByItsLanguageWhateverTheRegion(String tag) {
        assertThat(TEMPLATE.in(tag)).contains(SPANISH);
    }

    @ParameterizedTest(name = "is not read by {0}")
    @ValueSource(strings = {"fr", "und", "spa", "est"})
    void isNotFoundByALanguageItDoesNotHave(String tag) {
        assertThat(TEMPLATE.in(tag)).isEmpty();
        assertThat(TEMPLATE.languages()).containsExactly("en", "es");
    }

    @Test
    void explainsTheSameInEachLanguage() {
        assertThat(TEMPLATE.elements()).containsExactly(ALTERNATIVES, ESCORT);
        assertThatThrownBy(() -> treatment(ENGLISH, Texts.text("es", Set.of(ALTERNATIVES))))
                .hasMessage("TREATMENT 1 in es does not explain the same as in en: [ESCORT]");
        assertThatThrownBy(() -> treatment(Texts.text("en", Set.of(ESCORT)), SPANISH))
                .hasMessage("TREATMENT 1 in es does not explain the same as in en: [ALTERNATIVES]");
    }

    @Test
    void isThereOnceInEachLanguage() {
        assertThatThrownBy(() -> treatment(ENGLISH, ENGLISH)).hasMessage("TREATMENT 1 in en is there twice");
    }

    @Test
    void hasANameAndAText() {
        assertThatThrownBy(() -> treatment()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ConsentTemplate(ConsentScope.TREATMENT, " ", true, List.of(ENGLISH)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Nested
    class IsKnownByADigest {

        /** {@code printf 'TREATMENT\n1\nen\nA title\nALTERNATIVES\nAbout ALTERNATIVES\nESCORT\nAbout ESCORT' | sha256sum}. */
        @Test
        void thatAnybodyCanTake() {
            assertThat(TEMPLATE.digestOf(ENGLISH)).isEqualTo("7324471c65cca3d0d48c1d4473514d91dffa6079432143d4666459a74e2049df");
        }

        @Test
        void thatTellsEveryChangeOfTheWording() {
            Map<ConsentElement, String> elements = ENGLISH.elements();

            assertThat(Set.of(TEMPLATE.digestOf(ENGLISH),
                    TEMPLATE.digestOf(SPANISH),
                    TEMPLATE.digestOf(new ConsentText("en", "Another title", elements)),
                    TEMPLATE.digestOf(new ConsentText("en", "A title", Map.of(ALTERNATIVES, "About ALTERNATIVES", ESCORT, "About the ESCORT"))),
                    new ConsentTemplate(ConsentScope.TREATMENT, "2", true, List.of(ENGLISH)).digestOf(ENGLISH),
                    new ConsentTemplate(ConsentScope.RESEARCH, "1", true, List.of(ENGLISH)).digestOf(ENGLISH))).hasSize(6);
        }
    }

    private static ConsentTemplate treatment(ConsentText... texts) {
        return new ConsentTemplate(ConsentScope.TREATMENT, "1", true, List.of(texts));
    }
}
