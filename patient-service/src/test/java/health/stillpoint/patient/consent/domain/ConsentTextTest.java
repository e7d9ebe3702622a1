package health.stillpoint.patient.consent.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsentTextTest {

    @ParameterizedTest(name = "is not in \"{0}\"")
    @ValueSource(strings = {"en-US", "EN", "", "und", "english language"})
    void isInALanguageWithoutRegion(String language) {
        assertThatThrownBy(() -> new ConsentText(language, "A title", Map.of())).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a language without region: " + language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two\nlines", "two\u0085lines", "a\ttab"})
    void saysEverythingInOneLine(String text) {
        assertThatThrownBy(() -> new ConsentText("en", text, Map.of())).hasMessageStartingWith("not one line of text");
        assertThatThrownBy(() -> new ConsentText("en", "A title", Map.of(ConsentElement.ESCORT, text)))
                .hasMessageStartingWith("not one line of text");
    }

    @Test
    void saysItsElementsInTheirOrder() {
        Map<ConsentElement, String> elements = new LinkedHashMap<>();
        elements.put(ConsentElement.ESCORT, "You are taken home.");
        elements.put(ConsentElement.ALTERNATIVES, "There are others.");

        assertThat(new ConsentText("en", "A title", elements).elements().keySet())
                .containsExactly(ConsentElement.ALTERNATIVES, ConsentElement.ESCORT);
    }
}
