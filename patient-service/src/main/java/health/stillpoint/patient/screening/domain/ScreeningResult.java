package health.stillpoint.patient.screening.domain;

import health.stillpoint.patient.intake.domain.LowStartTrigger;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What the screening rules said, every rule listed.
 *
 * @param unknownMedications names that are in no reviewed list
 * @param doseFactor factor on every dose by mouth or nose, lowest of all that apply (dosing-and-monitoring.md section 2); 1 = none
 * @param doseFactorParenteral the same for doses by injection (IM, SC, IV)
 * @param lowStart low-start triggers that screening alone can tell
 */
public record ScreeningResult(
        List<RuleResult> rules,
        List<String> unknownMedications,
        BigDecimal doseFactor,
        BigDecimal doseFactorParenteral,
        Set<LowStartTrigger> lowStart) {

    public ScreeningResult {
        rules = List.copyOf(rules);
        unknownMedications = List.copyOf(unknownMedications);
        lowStart = Set.copyOf(lowStart);
    }

    /** What was found, heaviest first. */
    public List<RuleResult> findings() {
        return rules.stream()
                .filter(RuleResult::isFound)
                .sorted(Comparator.comparing(RuleResult::findingClass).reversed())
                .toList();
    }

    /** Rows and tests still without an answer. */
    public List<String> unanswered() {
        return rules.stream()
                .filter(rule -> rule.outcome() == RuleResult.Outcome.UNANSWERED)
                .map(RuleResult::code)
                .distinct()
                .toList();
    }

    public boolean isComplete() {
        return unanswered().isEmpty();
    }

    public List<RuleResult> findingsOf(FindingClass findingClass) {
        return rules.stream().filter(rule -> rule.isFound() && rule.findingClass() == findingClass).toList();
    }

    /** A suicide attempt was stated that makes the risk high by its day (row SUICIDE_HIGH). */
    public boolean tellsOfAnAttempt() {
        return findings().stream().anyMatch(finding -> finding.code().equals(ScreeningPolicy.SUICIDE_HIGH) && finding.isDated());
    }

    /** What all findings together demand of the course. */
    public Set<Condition> conditions() {
        Set<Condition> conditions = EnumSet.noneOf(Condition.class);
        findings().forEach(finding -> conditions.addAll(finding.conditions()));
        return conditions;
    }

    @Override
    public String toString() {
        return "ScreeningResult[withheld]";
    }
}
