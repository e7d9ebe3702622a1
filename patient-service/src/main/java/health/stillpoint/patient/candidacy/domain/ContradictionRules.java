package health.stillpoint.patient.candidacy.domain;

import health.stillpoint.patient.candidacy.domain.CandidacyRule.RuleClass;
import health.stillpoint.patient.candidacy.domain.CandidacyRule.RuleOutcome;
import health.stillpoint.patient.drugs.domain.ReviewedDrugs;
import health.stillpoint.patient.intake.domain.Comorbidity;
import health.stillpoint.patient.screening.domain.ComorbidityPolicy;
import health.stillpoint.patient.screening.domain.EarlierFinding;
import health.stillpoint.patient.screening.domain.ScreeningCase;
import health.stillpoint.patient.screening.domain.ScreeningLimits;
import health.stillpoint.patient.screening.domain.ScreeningPolicy;
import health.stillpoint.patient.screening.domain.ScreeningResult;
import health.stillpoint.patient.treatment.domain.PriorTreatment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether the latest screening says less than the other records of a person: earlier screenings and intakes, the secondary diagnoses of the
 * latest intake, the treatments going on (our own; docs/clinical-sources.md#candidacy and #secondary-diagnoses).
 */
final class ContradictionRules {

    private final CandidacyInputs inputs;
    private final ScreeningCase screeningCase;
    private final ScreeningResult screening;
    private final ScreeningPolicy screeningPolicy;
    private final ScreeningLimits limits;

    /** @param screening what the rules found in the latest screening; null while there is none */
    ContradictionRules(CandidacyInputs inputs, ScreeningResult screening, ScreeningPolicy screeningPolicy, ScreeningLimits limits) {
        this.inputs = inputs;
        this.screeningCase = inputs.screeningCase();
        this.screening = screening;
        this.screeningPolicy = screeningPolicy;
        this.limits = limits;
    }

    /** One for each code that was found earlier; it fires for what nobody has explained. */
    List<CandidacyRule> noLongerFound() {
        Map<String, List<EarlierFinding>> byCode = inputs.earlierExclusions().stream().collect(
                Collectors.groupingBy(EarlierFinding::reasonCode, LinkedHashMap::new, Collectors.toList()));
        return byCode.entrySet().stream()
                .map(told -> CandidacyRule.gone(told.getKey(), told.getValue().stream().filter(earlier -> !isExplained(earlier)).toList()))
                .toList();
    }

    private boolean isExplained(EarlierFinding earlier) {
        return earlier.agreedIn() != null
                || earlier.diagnosis().filter(inputs::isDiagnosed).isPresent()
                || screening != null
                        && (earlier.isStillFoundIn(screeningCase, screening)
                                || earlier.isCorrectedIn(screeningCase, limits.correctedAfter())
                                || earlier.isRuledOutIn(screeningCase)
                                || earlier.isPastIn(screeningCase));
    }

    /** One for each secondary diagnosis that a row asks for, and one for the medication list. */
    List<CandidacyRule> inOtherRecords() {
        return Stream.concat(
                        Stream.of(Comorbidity.values())
                                .filter(comorbidity -> !ComorbidityPolicy.rowsOf(comorbidity).isEmpty())
                                .map(this::secondaryDiagnosis),
                        Stream.of(currentTreatments()))
                .toList();
    }

    private CandidacyRule secondaryDiagnosis(Comorbidity comorbidity) {
        boolean diagnosed = inputs.isDiagnosed(comorbidity);
        return gate(CandidacyRule.CONTRADICTED + comorbidity, diagnosed ? known(comorbidity) : RuleOutcome.CLEAR,
                "not diagnosed, or told in " + String.join(" or ", ComorbidityPolicy.rowsOf(comorbidity)), diagnosed ? "diagnosed" : null,
                "programme.md sections 2.2 and 4; docs/clinical-sources.md#secondary-diagnoses",
                diagnosed ? Set.of(comorbidity.name()) : Set.of());
    }

    private RuleOutcome known(Comorbidity comorbidity) {
        if (screening == null) {
            return RuleOutcome.UNANSWERED;
        }
        return switch (ComorbidityPolicy.wordOf(comorbidity, inputs.screening(), screening)) {
            case SPOKEN_OF -> RuleOutcome.CLEAR;
            case DENIED -> RuleOutcome.FIRED;
            case OPEN -> RuleOutcome.UNANSWERED;
        };
    }

    /** A list that was not told leaves it open, with every drug that a decision must have known. */
    private CandidacyRule currentTreatments() {
        List<String> taken = inputs.priorTreatments().stream().filter(this::isTakenNow).map(PriorTreatment::agent).toList();
        boolean listed = inputs.screening() != null && inputs.screening().medications() != null;
        List<String> notListed = taken.stream()
                .filter(agent -> !listed || !screeningPolicy.lists(inputs.screening(), agent))
                .distinct()
                .toList();
        RuleOutcome outcome = notListed.isEmpty() ? RuleOutcome.CLEAR : listed ? RuleOutcome.FIRED : RuleOutcome.UNANSWERED;
        return gate(CandidacyRule.NOT_LISTED, outcome, "every medication recorded as current is in the screening's list",
                notListed.isEmpty() ? null : String.join(", ", notListed),
                "programme.md section 4, medication reconciliation",
                taken.stream().map(ReviewedDrugs::normal).collect(Collectors.toSet()));
    }

    private boolean isTakenNow(PriorTreatment treatment) {
        return treatment.current() && (treatment.mayBeMedication() || screeningPolicy.isDrug(treatment.agent()));
    }

    private static CandidacyRule gate(
            String code, RuleOutcome outcome, String threshold, String found, String source, Set<String> causes) {
        return new CandidacyRule(code, RuleClass.GATE, outcome, threshold, found, source, causes, Set.of());
    }
}
