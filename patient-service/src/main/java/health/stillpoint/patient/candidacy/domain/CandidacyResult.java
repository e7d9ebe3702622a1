package health.stillpoint.patient.candidacy.domain;

import health.stillpoint.patient.intake.domain.LowStartTrigger;
import health.stillpoint.patient.screening.domain.Condition;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What the rules conclude from their inputs.
 *
 * @param rules every rule, in the order they were asked
 * @param reasonCodes why, heaviest first; never empty
 * @param missing what must be recorded before a decision can be taken
 * @param doseFactor factor on every dose by mouth or nose; 1 = none
 * @param doseFactorParenteral factor on every dose by injection; 1 = none
 * @param basisHoldsUntil when the screening, or the first clearance or test the outcome rests on, runs out of date; null = nothing was screened
 */
public record CandidacyResult(
        String ruleSetVersion,
        CandidacyOutcome outcome,
        List<CandidacyRule> rules,
        List<String> reasonCodes,
        Set<Condition> conditions,
        List<String> missing,
        int resistanceStage,
        Set<LowStartTrigger> lowStart,
        BigDecimal doseFactor,
        BigDecimal doseFactorParenteral,
        Instant basisHoldsUntil,
        boolean secondReaderRequired) {

    private static final Set<String> ASKING_FOR_SCREENING = Set.of("SCREENING_INCOMPLETE", "SCREENING_OUT_OF_DATE");

    public CandidacyResult {
        rules = List.copyOf(rules);
        reasonCodes = List.copyOf(reasonCodes);
        conditions = Set.copyOf(conditions);
        missing = List.copyOf(missing);
        lowStart = Set.copyOf(lowStart);
    }

    /** Codes of the rules that cannot be said yet. */
    List<String> open() {
        return rules.stream().filter(CandidacyRule::isOpen).map(CandidacyRule::code).toList();
    }

    /** Whether no decision can be taken before the person is screened anew. */
    public boolean asksForScreening() {
        return missing.stream().anyMatch(ASKING_FOR_SCREENING::contains);
    }

    /**
     * Whether what was found in this row, or diagnosed by the same name, is found no longer and no second reader has agreed to it.
     *
     * @param code of a row of programme.md section 4 that is also a secondary diagnosis
     */
    public boolean leavesUnexplained(String code) {
        Set<String> told = Set.of("SCR_" + code, "DX_" + code);
        return rules.stream().filter(CandidacyRule::isFound).anyMatch(rule -> rule.gone().filter(told::contains).isPresent());
    }

    @Override
    public String toString() {
        return "CandidacyResult[" + outcome + "]";
    }
}
