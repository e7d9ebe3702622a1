package health.stillpoint.patient.consent.domain;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * A consent text in one language.
 *
 * @param language BCP 47 language without region: it serves every region
 * @param elements what is said of each element, in their order
 */
public record ConsentText(String language, String title, Map<ConsentElement, String> elements) {

    public ConsentText {
        if (language.isEmpty() || !language.equals(languageOf(language))) {
            throw new IllegalArgumentException("not a language without region: " + language);
        }
        requireOneLine(title);
        elements.values().forEach(ConsentText::requireOneLine);
        Map<ConsentElement, String> ordered = new EnumMap<>(ConsentElement.class);
        ordered.putAll(elements);
        elements = Collections.unmodifiableMap(ordered);
    }

    /** Line breaks separate the parts of what the digest is taken of. */
    private static void requireOneLine(String text) {
        if (text.isBlank() || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("not one line of text: " + text);
        }
    }

    /** Whatever the region: who speaks Mexican Spanish reads Spanish. */
    static boolean isSameLanguage(String one, String other) {
        return languageOf(one).equals(languageOf(other));
    }

    private static String languageOf(String tag) {
        return Locale.forLanguageTag(tag).getLanguage();
    }
}
