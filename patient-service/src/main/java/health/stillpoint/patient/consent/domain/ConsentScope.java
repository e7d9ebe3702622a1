package health.stillpoint.patient.consent.domain;

import static health.stillpoint.patient.consent.domain.ConsentElement.COST_AND_INSURANCE;
import static health.stillpoint.patient.consent.domain.ConsentElement.DATA_USE;
import static health.stillpoint.patient.consent.domain.ConsentElement.OFF_LABEL_STATUS;
import static health.stillpoint.patient.consent.domain.ConsentElement.RECIPIENTS_AND_PURPOSE;
import static health.stillpoint.patient.consent.domain.ConsentElement.REGISTRY_PURPOSE;
import static health.stillpoint.patient.consent.domain.ConsentElement.RESEARCH_PURPOSE;
import static health.stillpoint.patient.consent.domain.ConsentElement.RIGHT_TO_WITHDRAW;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What a person consents to; each scope is given and withdrawn by itself. */
public enum ConsentScope {
    TREATMENT(EnumSet.range(OFF_LABEL_STATUS, COST_AND_INSURANCE)),
    PARTNER_SHARING(EnumSet.of(RECIPIENTS_AND_PURPOSE, DATA_USE, RIGHT_TO_WITHDRAW)),
    RESEARCH(EnumSet.of(RESEARCH_PURPOSE, DATA_USE, RIGHT_TO_WITHDRAW)),
    REGISTRY(EnumSet.of(REGISTRY_PURPOSE, DATA_USE, RIGHT_TO_WITHDRAW));

    private final Set<ConsentElement> required;

    ConsentScope(Set<ConsentElement> required) {
        this.required = Collections.unmodifiableSet(required);
    }

    /** What the text signed today must explain (programme.md section 5). */
    public Set<ConsentElement> required() {
        return required;
    }
}
