package health.stillpoint.patient.candidacy.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import health.stillpoint.patient.candidacy.domain.CandidacyOutcome;
import health.stillpoint.patient.candidacy.domain.CandidacyResult;
import health.stillpoint.patient.candidacy.domain.CandidacyRule;
import health.stillpoint.patient.intake.domain.LowStartTrigger;
import health.stillpoint.patient.screening.domain.Condition;
import java.math.BigDecimal;
import java.util.List;

/**
 * What the rules say: every rule with what it found and where it comes from.
 *
 * @param missing what must be recorded before a decision can be taken
 */
public record CandidacyView(
        CandidacyOutcome outcome,
        String ruleSetVersion,
        List<RuleView> rules,
        List<String> reasonCodes,
        List<Condition> conditions,
        List<String> missing,
        int resistanceStage,
        boolean lowStart,
        List<LowStartTrigger> lowStartTriggers,
        BigDecimal doseFactor,
        BigDecimal doseFactorParenteral,
        boolean secondReaderRequired) {

    /** One rule, asked. */
    public record RuleView(
            String code,
            @JsonProperty("class") CandidacyRule.RuleClass ruleClass,
            CandidacyRule.RuleOutcome result,
            String threshold,
            String found,
            String source) {

        @Override
        public String toString() {
            return "RuleView[" + code + "]";
        }
    }

    static CandidacyView of(CandidacyResult result) {
        return new CandidacyView(result.outcome(), result.ruleSetVersion(),
                result.rules().stream()
                        .map(rule -> new RuleView(rule.code(), rule.ruleClass(), rule.result(), rule.threshold(),
                                rule.found(), rule.source()))
                        .toList(),
                result.reasonCodes(), result.conditions().stream().sorted().toList(), result.missing(),
                result.resistanceStage(), !result.lowStart().isEmpty(), result.lowStart().stream().sorted().toList(),
                result.doseFactor(), result.doseFactorParenteral(), result.secondReaderRequired());
    }

    @Override
    public String toString() {
        return "CandidacyView[" + outcome + "]";
    }
}
