package health.stillpoint.patient.screening.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import health.stillpoint.patient.intake.domain.LowStartTrigger;
import health.stillpoint.patient.screening.Screenings;
import health.stillpoint.patient.screening.domain.Condition;
import health.stillpoint.patient.screening.domain.FindingClass;
import health.stillpoint.patient.screening.domain.RuleResult;
import health.stillpoint.patient.screening.domain.Screening;
import health.stillpoint.patient.screening.domain.ScreeningResult;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A screening and what the rules say about it today.
 *
 * @param findings what was found, heaviest first
 * @param unanswered rows and tests still without an answer, or out of date
 * @param unknownMedications names in no reviewed list
 * @param doseFactor factor on every dose by mouth or nose; 1 = none
 * @param doseFactorParenteral factor on every dose by injection; 1 = none
 */
public record ScreeningView(
        UUID id,
        long version,
        UUID patientId,
        Instant performedAt,
        Instant recordedAt,
        boolean recordedLate,
        UUID recordedBy,
        boolean complete,
        List<FindingView> findings,
        List<UnansweredView> unansweredRows,
        List<String> unanswered,
        List<String> unknownMedications,
        BigDecimal doseFactor,
        BigDecimal doseFactorParenteral,
        List<LowStartTrigger> lowStartTriggers,
        List<Condition> conditions,
        List<ClearanceView> clearances,
        ScreeningRequest recorded) {

    /** One finding, with the rule that made it. */
    public record FindingView(
            String code,
            String reasonCode,
            @JsonProperty("class") FindingClass findingClass,
            boolean correctable,
            String reason,
            String threshold,
            String found,
            String source,
            List<Condition> conditions) {

        static FindingView of(RuleResult finding) {
            return new FindingView(finding.code(), finding.reasonCode(), finding.findingClass(), finding.correctable(),
                    finding.reason(), finding.threshold(), finding.found(), finding.source(),
                    finding.conditions().stream().sorted().toList());
        }

        @Override
        public String toString() {
            return "FindingView[" + code + "]";
        }
    }

    /** A row without an answer, and what is lacking. */
    public record UnansweredView(String code, String reason, String threshold) { }

    /** Screenings are never changed, so their version is always the first. */
    static ScreeningView of(Screenings.Read read) {
        Screening screening = read.screening();
        ScreeningResult result = read.result();
        return new ScreeningView(screening.id(), 0, screening.patientId().value(), screening.answers().performedAt(),
                screening.recordedAt(), screening.recordedLate(), screening.recordedBy(), result.isComplete(),
                result.findings().stream().map(FindingView::of).toList(),
                result.rules().stream()
                        .filter(rule -> rule.outcome() == RuleResult.Outcome.UNANSWERED)
                        .map(rule -> new UnansweredView(rule.code(), rule.reason(), rule.threshold()))
                        .toList(),
                result.unanswered(), result.unknownMedications(), result.doseFactor(), result.doseFactorParenteral(),
                result.lowStart().stream().sorted().toList(), result.conditions().stream().sorted().toList(),
                screening.clearances().stream().map(ClearanceView::of).toList(),
                ScreeningRequest.of(screening.answers()));
    }

    @Override
    public String toString() {
        return "ScreeningView[" + id + "]";
    }
}
