package health.stillpoint.patient.screening.domain;

import java.time.LocalDate;
import java.util.Set;

/**
 * One rule, asked: what it looks for, what it found and where the rule comes from.
 *
 * @param code the row of programme.md section 4, or the class code of section 4.1
 * @param findingClass weight of what was found; null unless found
 * @param correctable whether an exclusion can be corrected
 * @param reason why, as a code
 * @param found the value it looked at, for the reader of the record; never part of an event
 * @param causes everything that makes it a finding, as codes, drugs by name; a value measured anew is no new cause. Of an open
 *     row what speaks for a finding all the same, of one where nothing was found what made it necessary to look
 */
public record RuleResult(
        String code,
        Outcome outcome,
        FindingClass findingClass,
        boolean correctable,
        String reason,
        String threshold,
        String found,
        String source,
        Set<Condition> conditions,
        Set<String> causes) {

    /** Causes of {@code BIPOLAR_STABLE} that no clearance covers: nothing steadies mood (programme.md section 4). */
    static final String ANTIDEPRESSANT_ALONE = "ANTIDEPRESSANT_ALONE";
    static final String NO_MOOD_STABILIZER = "NO_MOOD_STABILIZER";
    private static final String BIPOLAR_STABLE = "BIPOLAR_STABLE";

    /** A questionnaire is raised and nobody has assessed the person since. */
    static final String ASSESSMENT_DUE = "ASSESSMENT_DUE";
    static final String TOO_FEW_READINGS = "TOO_FEW_READINGS";
    private static final Set<String> ALARMS = Set.of(ASSESSMENT_DUE, TOO_FEW_READINGS, TestRules.TSH_LOW);

    /** Before the day of the event that is a cause. */
    public static final String EVENT_ON = "ON_";

    public enum Outcome { NOT_FOUND, FOUND, UNANSWERED }

    public RuleResult {
        conditions = Set.copyOf(conditions);
        causes = Set.copyOf(causes);
    }

    /** How the candidacy decision names it: {@code SCR_} before a screening row, interactions as they are. */
    public String reasonCode() {
        return code.startsWith("IX_") ? code : "SCR_" + code;
    }

    /** Whether only a psychiatrist clears it (programme.md section 4, row BIPOLAR_STABLE). */
    boolean psychiatristClears() {
        return code.equals(BIPOLAR_STABLE);
    }

    /** Whether nobody clears it while the medication is as it is. */
    public boolean nothingSteadiesMood() {
        return antidepressantAlone() || code.equals(BIPOLAR_STABLE) && causes.contains(NO_MOOD_STABILIZER);
    }

    boolean antidepressantAlone() {
        return code.equals(BIPOLAR_STABLE) && causes.contains(ANTIDEPRESSANT_ALONE);
    }

    /** Whether the day of any event is one of its causes. */
    boolean isDated() {
        return causes.stream().anyMatch(cause -> cause.startsWith(EVENT_ON));
    }

    /** Whether the day of an event is one of its causes. */
    boolean isWeighedBy(LocalDate day) {
        return causes.contains(EVENT_ON + day);
    }

    /** Open because a value out of range asks for more: an assessment, further readings, thyroid hormones. */
    boolean isAlarm() {
        return outcome == Outcome.UNANSWERED && !causes.isEmpty() && ALARMS.contains(reason);
    }

    public boolean isFound() {
        return outcome == Outcome.FOUND;
    }

    /** Never what was found: records end up in logs. */
    @Override
    public String toString() {
        return "RuleResult[" + code + "]";
    }
}
