package health.stillpoint.patient.candidacy.domain;

import health.stillpoint.patient.screening.domain.Condition;
import health.stillpoint.patient.screening.domain.EarlierFinding;
import health.stillpoint.patient.screening.domain.RuleResult;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One rule of the decision, asked: reason code, weight, result, limit, what was found and where the rule comes from.
 *
 * @param causes everything that makes it a finding, speaks for one although the rule is open, or made it necessary to look; rules
 *     stored before causes were kept have none
 * @param conditions what the finding demands of the course
 */
public record CandidacyRule(
        String code,
        RuleClass ruleClass,
        RuleOutcome result,
        String threshold,
        String found,
        String source,
        Set<String> causes,
        Set<Condition> conditions) {

    public CandidacyRule {
        causes = causes == null ? Set.of() : Set.copyOf(causes);
        conditions = conditions == null ? Set.of() : Set.copyOf(conditions);
    }

    /** One that has no causes of its own: it is there or it is not. */
    static CandidacyRule plain(
            String code, RuleClass ruleClass, RuleOutcome result, String threshold, String found, String source) {
        return new CandidacyRule(code, ruleClass, result, threshold, found, source, Set.of(), Set.of());
    }

    /**
     * A finding of earlier screenings that the latest one does not explain.
     *
     * @param unexplained what nobody has explained; empty = nothing. Its screenings, weights and days of events are causes
     */
    static CandidacyRule gone(String reasonCode, List<EarlierFinding> unexplained) {
        Set<String> causes = new HashSet<>();
        Set<Condition> conditions = EnumSet.noneOf(Condition.class);
        for (EarlierFinding earlier : unexplained) {
            causes.add(earlier.screeningId().toString());
            causes.add(earlier.findingClass().name());
            if (earlier.statedOn() != null) {
                causes.add(RuleResult.EVENT_ON + earlier.statedOn());
            }
            conditions.addAll(earlier.conditions());
        }
        return new CandidacyRule(NO_LONGER_FOUND + reasonCode, RuleClass.GATE,
                unexplained.isEmpty() ? RuleOutcome.CLEAR : RuleOutcome.FIRED,
                "still found, corrected since, the same event long enough ago, or a second reader agrees once",
                "found by an earlier screening or C-SSRS alert", "docs/clinical-sources.md#candidacy", causes, conditions);
    }

    /** Weight of the rule: the four classes of screening, a gate of the algorithm, a trigger, or a favorable sign. */
    public enum RuleClass {
        ABS, REL, CAUT, INFO, GATE, LOW_START, FAVORABLE, NONE;

        private boolean isHeavierThan(RuleClass before) {
            return ordinal() < before.ordinal();
        }
    }

    /** Gate of rule 2. */
    static final String OUT_OF_SCOPE = "DX_OUT_OF_SCOPE";

    /** Gate of rule 4. */
    static final String NOT_RESISTANT = "NOT_RESISTANT";

    static final String INJECTION_PHOBIA = "INJECTION_PHOBIA";

    /** Before the reason code of an absolute or relative finding of an earlier screening. */
    static final String NO_LONGER_FOUND = "NO_LONGER_FOUND_";

    /** Before a secondary diagnosis that no row of the screening knows of. */
    static final String CONTRADICTED = "DX_CONTRADICTED_";

    /** A medication recorded as taken now that the screening does not list. */
    static final String NOT_LISTED = "CURRENT_TREATMENT_NOT_LISTED";

    /** Before the code of a rule that is open although something speaks for a finding. */
    static final String UNANSWERED = "UNANSWERED_";

    public enum RuleOutcome {
        /** Asked, nothing found. */
        CLEAR,
        /** Found: it counts. */
        FIRED,
        /** Found, and a physician's clearance in date covers it. */
        CLEARED,
        /** Found at a gate, and overridden by a named physician with a reason. */
        OVERRIDDEN,
        /** Cannot be said yet. */
        UNANSWERED
    }

    /** Keeps a case from being accepted: a finding that no clearance covers, or a gate that is shut. */
    boolean isInTheWay() {
        return result == RuleOutcome.FIRED && EnumSet.of(RuleClass.ABS, RuleClass.REL, RuleClass.GATE).contains(ruleClass);
    }

    /** Something is there, cleared and overridden or not. */
    boolean isFound() {
        return result != RuleOutcome.CLEAR && result != RuleOutcome.UNANSWERED;
    }

    /**
     * Whether this says more than when it was last weighed: it was not there, weighs more now, or has a cause or demands a
     * condition that it had not. Another value of the same cause does not. A lower dose factor always comes with a finding of
     * its own, for each belongs to one row.
     *
     * @param before null = not found then
     */
    boolean isNewsAfter(CandidacyRule before) {
        return before == null
                || ruleClass.isHeavierThan(before.ruleClass)
                || !before.causes.containsAll(causes)
                || !before.conditions.containsAll(conditions);
    }

    /** The reason code of the earlier finding that is gone; empty = this rule speaks of none. */
    Optional<String> gone() {
        return code.startsWith(NO_LONGER_FOUND) ? Optional.of(code.substring(NO_LONGER_FOUND.length())) : Optional.empty();
    }

    /** Whether this finding weighed what is gone: no lighter, demanding as much, and the same events. */
    boolean weighed(CandidacyRule gone) {
        return ruleClass == RuleClass.REL && !gone.causes.contains(RuleClass.ABS.name()) && conditions.containsAll(gone.conditions)
                && gone.causes.stream().filter(cause -> cause.startsWith(RuleResult.EVENT_ON)).allMatch(causes::contains);
    }

    /** Cannot be said yet. */
    boolean isOpen() {
        return result == RuleOutcome.UNANSWERED;
    }

    /**
     * Whether it is open, and something that was not weighed speaks for a finding. What was merely not asked again tells nothing.
     *
     * @param before null = not asked then
     */
    boolean isAlarmAfter(CandidacyRule before) {
        return isOpen() && !(before == null ? Set.of() : before.causes).containsAll(causes);
    }

    /** A gate whose news reopens a decision: missing papers or milder anxiety do not. */
    boolean isReopeningGate() {
        return code.equals(OUT_OF_SCOPE) || gone().isPresent() || code.startsWith(CONTRADICTED) || code.equals(NOT_LISTED);
    }

    /** Never what was found: records end up in logs. */
    @Override
    public String toString() {
        return "CandidacyRule[" + code + ", " + result + "]";
    }
}
