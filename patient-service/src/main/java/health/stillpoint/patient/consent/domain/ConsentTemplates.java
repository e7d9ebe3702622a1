package health.stillpoint.patient.consent.domain;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Every version there has been of the texts, oldest first; of each scope the last is the one signed on. */
public final class ConsentTemplates {

    private final List<ConsentTemplate> all;

    public ConsentTemplates(List<ConsentTemplate> all) {
        this.all = List.copyOf(all);
        for (ConsentScope scope : ConsentScope.values()) {
            requireSound(scope, of(scope));
        }
    }

    private static void requireSound(ConsentScope scope, List<ConsentTemplate> versions) {
        Set<String> names = new HashSet<>();
        for (ConsentTemplate template : versions) {
            if (!names.add(template.version())) {
                throw new IllegalArgumentException(scope + " " + template.version() + " is there twice");
            }
        }
        if (versions.isEmpty()) {
            throw new IllegalArgumentException(scope + " has no text");
        }
        ConsentTemplate current = versions.getLast();
        if (!current.elements().equals(scope.required())) {
            throw new IllegalArgumentException(scope + " " + current.version() + " does not explain what is required: "
                    + ConsentElement.inOneAlone(current.elements(), scope.required()));
        }
    }

    public List<ConsentTemplate> all() {
        return all;
    }

    private List<ConsentTemplate> of(ConsentScope scope) {
        return all.stream().filter(template -> template.scope() == scope).toList();
    }

    /** The one new consents are signed on. */
    public ConsentTemplate current(ConsentScope scope) {
        return of(scope).getLast();
    }

    public boolean isCurrent(ConsentTemplate template) {
        return template.equals(current(template.scope()));
    }

    /** Versions on which a signature still holds: none changed in substance since. */
    public Set<String> holding(ConsentScope scope) {
        Set<String> holding = new LinkedHashSet<>();
        for (ConsentTemplate template : of(scope)) {
            if (template.material()) {
                holding.clear();
            }
            holding.add(template.version());
        }
        return holding;
    }
}
