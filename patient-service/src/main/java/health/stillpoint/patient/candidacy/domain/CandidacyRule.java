package health.stillpoint.patient.candidacy.domain;

/**
 * One rule of the decision, asked: reason code, weight, result, limit, what was found and where the rule comes from.
 */
public record CandidacyRule(
        String code, RuleClass ruleClass, RuleOutcome result, String threshold, String found, String source) {

    /** Weight of the rule: the four classes of screening, a gate of the algorithm, a trigger, or a favorable sign. */
    public enum RuleClass {
        ABS, REL, CAUT, INFO, GATE, LOW_START, FAVORABLE, NONE;

        /** Whether a finding weighs more than when it was last weighed; {@code before} is null if it was not there. */
        boolean isHeavierThan(RuleClass before) {
            return before == null || ordinal() < before.ordinal();
        }
    }

    /** Gate of rule 2. */
    static final String OUT_OF_SCOPE = "DX_OUT_OF_SCOPE";

    /** Before the reason code of an excluding finding of an earlier screening. */
    static final String NO_LONGER_FOUND = "NO_LONGER_FOUND_";

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

    /** Something is there, cleared and overridden or not. */
    boolean isFound() {
        return result != RuleOutcome.CLEAR && result != RuleOutcome.UNANSWERED;
    }

    /** A gate whose news reopens a decision: missing papers or milder anxiety do not. */
    boolean isReopeningGate() {
        return code.equals(OUT_OF_SCOPE) || code.startsWith(NO_LONGER_FOUND);
    }

    /** Never what was found: records end up in logs. */
    @Override
    public String toString() {
        return "CandidacyRule[" + code + ", " + result + "]";
    }
}
