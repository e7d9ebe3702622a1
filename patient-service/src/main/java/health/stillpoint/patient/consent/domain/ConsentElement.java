package health.stillpoint.patient.consent.domain;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** What must be explained before consent to treatment (programme.md section 5). */
public enum ConsentElement {
    OFF_LABEL_STATUS,
    NOT_FDA_APPROVED_FOR_ANXIETY,
    COMPOUNDED_PRODUCT_STATUS,
    PROCEDURE_AND_ROUTE,
    ACUTE_EFFECTS_AND_DISSOCIATION,
    COMMON_AND_SERIOUS_RISKS,
    UNCERTAIN_LONG_TERM_EFFECTS,
    ALTERNATIVES,
    NO_BENEFIT_OR_WORSENING,
    INTEGRATION_AND_ONGOING_WORK,
    MAINTENANCE_MAY_BE_NEEDED,
    NO_DRIVING_UNTIL_NEXT_DAY,
    ESCORT,
    THERAPIST_PRESENCE,
    TOUCH_POLICY,
    RECORDING_POLICY,
    CONTROLLED_SUBSTANCE_DUTIES,
    RIGHT_TO_STOP,
    DATA_USE,
    COST_AND_INSURANCE,
    // Of the other scopes:
    RECIPIENTS_AND_PURPOSE,
    RIGHT_TO_WITHDRAW,
    RESEARCH_PURPOSE,
    REGISTRY_PURPOSE;

    /** What one of the two explains and the other does not. */
    static SortedSet<ConsentElement> inOneAlone(Set<ConsentElement> one, Set<ConsentElement> other) {
        SortedSet<ConsentElement> alone = new TreeSet<>(one);
        alone.addAll(other);
        alone.removeIf(element -> one.contains(element) && other.contains(element));
        return alone;
    }
}
