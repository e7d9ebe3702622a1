package health.stillpoint.patient.consent.api;

import health.stillpoint.patient.consent.domain.ConsentElement;
import health.stillpoint.patient.consent.domain.ConsentScope;
import health.stillpoint.patient.consent.domain.ConsentTemplate;
import health.stillpoint.patient.consent.domain.ConsentText;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One version of a consent text in one language: what is read to a person and signed. */
public record ConsentTemplateView(
        ConsentScope scope,
        String version,
        @Schema(description = "BCP 47 language without region; it serves every region", examples = "es") String language,
        String title,
        List<ElementText> elements,
        @Schema(description = "New consents are signed on it") boolean current,
        @Schema(description = "What was signed on an earlier version no longer holds") boolean material,
        @Schema(description = "SHA-256, in hexadecimal, of scope, version, language, title and of each element's code and text in the order of"
                + " the codes, in UTF-8, joined by line feeds") String textDigest) {

    /** What must be explained, and in which words. */
    public record ElementText(ConsentElement code, String text) { }

    static ConsentTemplateView of(ConsentTemplate template, ConsentText text, boolean current) {
        return new ConsentTemplateView(template.scope(), template.version(), text.language(), text.title(),
                text.elements().entrySet().stream().map(said -> new ElementText(said.getKey(), said.getValue())).toList(),
                current, template.material(), template.digestOf(text));
    }
}
