package health.stillpoint.patient.consent.api;

import health.stillpoint.patient.consent.domain.ConsentElement;
import health.stillpoint.patient.consent.domain.ConsentScope;
import health.stillpoint.patient.consent.domain.ConsentTemplate;
import java.util.List;

/** A version of the consent text and what must be explained under it. */
public record ConsentTemplateView(ConsentScope scope, String version, boolean current, List<ConsentElement> elements) {

    static ConsentTemplateView of(ConsentTemplate template) {
        return new ConsentTemplateView(template.scope(), template.version(), template.current(),
                template.elements().stream().sorted().toList());
    }
}
