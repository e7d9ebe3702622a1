package health.stillpoint.patient.consent.domain;

import static health.stillpoint.patient.consent.domain.ConsentElement.DATA_USE;
import static health.stillpoint.patient.consent.domain.ConsentElement.RECIPIENTS_AND_PURPOSE;
import static health.stillpoint.patient.consent.domain.ConsentElement.REGISTRY_PURPOSE;
import static health.stillpoint.patient.consent.domain.ConsentElement.RESEARCH_PURPOSE;
import static health.stillpoint.patient.consent.domain.ConsentElement.RIGHT_TO_WITHDRAW;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One version of the text a person signs: which elements it must explain. A change of the text is a new version; the old
 * one stays known, so that what was signed under it can still be read.
 *
 * @param current whether new consents are signed on it
 * @param material whether it changed so much that what was signed on an earlier one no longer holds
 */
public record ConsentTemplate(
        ConsentScope scope, String version, Set<ConsentElement> elements, boolean current, boolean material) {

    /** Every version there has been, oldest first. */
    public static final List<ConsentTemplate> ALL = List.of(
            new ConsentTemplate(ConsentScope.TREATMENT, "2026-01",
                    EnumSet.range(ConsentElement.OFF_LABEL_STATUS, ConsentElement.COST_AND_INSURANCE), true, true),
            new ConsentTemplate(ConsentScope.PARTNER_SHARING, "2026-01",
                    EnumSet.of(RECIPIENTS_AND_PURPOSE, DATA_USE, RIGHT_TO_WITHDRAW), true, true),
            new ConsentTemplate(ConsentScope.RESEARCH, "2026-01",
                    EnumSet.of(RESEARCH_PURPOSE, DATA_USE, RIGHT_TO_WITHDRAW), true, true),
            new ConsentTemplate(ConsentScope.REGISTRY, "2026-01",
                    EnumSet.of(REGISTRY_PURPOSE, DATA_USE, RIGHT_TO_WITHDRAW), true, true));

    public ConsentTemplate {
        elements = Set.copyOf(elements);
    }

    public static Optional<ConsentTemplate> of(ConsentScope scope, String version) {
        return ALL.stream().filter(t -> t.scope() == scope && t.version().equals(version)).findFirst();
    }

    /** Versions of these texts on which a signature still holds: none changed in substance since. */
    public static Set<String> holding(ConsentScope scope, List<ConsentTemplate> all) {
        Set<String> holding = new LinkedHashSet<>();
        for (ConsentTemplate template : all) {
            if (template.scope() == scope) {
                if (template.material()) {
                    holding.clear();
                }
                holding.add(template.version());
            }
        }
        return holding;
    }

    public static ConsentTemplate current(ConsentScope scope) {
        return ALL.stream().filter(t -> t.scope() == scope && t.current()).findFirst().orElseThrow();
    }
}
