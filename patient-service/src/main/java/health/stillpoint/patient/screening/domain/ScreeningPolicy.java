package health.stillpoint.patient.screening.domain;

import health.stillpoint.patient.intake.domain.LowStartTrigger;
import health.stillpoint.patient.screening.domain.ScreeningAnswers.SuicideRisk;
import health.stillpoint.patient.screening.domain.SuicideAlerts.SuicideAlert;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Asks every screening row and every interaction class; none is skipped because another one already excludes. */
public final class ScreeningPolicy {

    /** The row of a moderate risk by C-SSRS. */
    public static final String SUICIDE_MODERATE = "SUICIDE_MODERATE";

    /** Relative rows that rest on the intake. */
    private static final Set<String> TOLD_BY_INTAKE = Set.of("ALTERED_STATE_AVERSION", "SUPPORT_LOW");

    /** The row of a high one. */
    static final String SUICIDE_HIGH = "SUICIDE_HIGH";
    private static final String CYP_INHIBITOR = "IX_CYP_INH";

    /** Dose factors of dosing-and-monitoring.md section 2 that screening decides; the lowest wins, by mouth and by injection. */
    private final Map<String, BigDecimal> doseFactors;
    private final Map<String, BigDecimal> doseFactorsParenteral;

    private final List<ScreeningRule> rules;
    private final InteractionPolicy interactions;
    private final TestRules tested;
    private final ScreeningLimits limits;

    public ScreeningPolicy(ScreeningLimits limits, InteractionCatalog catalog) {
        this.limits = limits;
        this.interactions = new InteractionPolicy(catalog, limits);
        this.tested = new TestRules(limits, interactions);
        this.rules = ScreeningRules.all(limits, new MeasuredRules(limits, interactions), tested);
        this.doseFactors = Map.of(
                "AGE_65", limits.doseFactorOldAge(),
                "HEPATIC_MODERATE", limits.doseFactorHepaticModerate(),
                CYP_INHIBITOR, limits.doseFactorCypInhibitor(),
                "RENAL_SEVERE", limits.doseFactorRenalSevere());
        Map<String, BigDecimal> parenteral = new HashMap<>(doseFactors);
        parenteral.put(CYP_INHIBITOR, limits.doseFactorCypInhibitorParenteral());
        this.doseFactorsParenteral = Map.copyOf(parenteral);
    }

    public ScreeningResult evaluate(ScreeningCase screening) {
        List<RuleResult> results = new ArrayList<>();
        rules.forEach(rule -> results.add(rule.ask(screening, limits.correctable())));
        results.addAll(interactions.ask(screening.answers()));
        return new ScreeningResult(
                results, interactions.unknown(screening.answers()), lowest(doseFactors, results),
                lowest(doseFactorsParenteral, results), lowStart(results));
    }

    /** The last day on which each test that the screening rests on is in date. */
    public Stream<LocalDate> lastDaysOfTests(ScreeningCase screening) {
        return tested.lastDays(screening);
    }

    /** Whether somebody gave this name to a drug of the reviewed list. */
    public boolean isDrug(String name) {
        return interactions.isDrug(name);
    }

    /** Whether the medication list of a screening holds it: the same drugs of the reviewed list, or the same name. */
    public boolean lists(ScreeningAnswers answers, String name) {
        return interactions.lists(answers, name);
    }

    /**
     * The absolute and relative findings of a screening that is not the latest one any more. A relative one that time alone has
     * ended, such as an attempt of more than a year ago, is over. What the intake alone told is a finding of the intake, so that a second
     * reader is asked once about it, however many screenings knew it. What a value out of range asked for is owed, not over: asking again
     * does not answer it.
     *
     * @param then the screening as on its own day
     * @param today the same screening as on this day
     */
    public List<EarlierFinding> earlierFindings(UUID screeningId, ScreeningCase then, ScreeningCase today) {
        ScreeningResult told = evaluate(then);
        Set<String> lasting = weighty(evaluate(today)).map(RuleResult::code).collect(Collectors.toSet());
        Stream<EarlierFinding> alarms = told.rules().stream().filter(RuleResult::isAlarm)
                .map(open -> EarlierFinding.ofAlarm(screeningId, open, then));
        Stream<EarlierFinding> found = weighty(told)
                .filter(finding -> finding.findingClass() == FindingClass.ABS || lasting.contains(finding.code()))
                .filter(finding -> !isToldByIntake(finding) || then.tellsOf(finding.code()))
                .map(finding -> EarlierFinding.of(screeningId, finding, then));
        return Stream.concat(found, alarms).toList();
    }

    /**
     * What an intake told that is not the latest signed one any more, with or without a screening since. Who brings a patient home is told
     * anew each time, so an escort found since is no contradiction.
     *
     * @param told the latest screening with that intake
     */
    public List<EarlierFinding> earlierFindingsOfIntake(UUID intakeId, ScreeningCase told) {
        return weighty(evaluate(told))
                .filter(ScreeningPolicy::isToldByIntake)
                .map(finding -> EarlierFinding.of(intakeId, finding, told))
                .toList();
    }

    private static boolean isToldByIntake(RuleResult finding) {
        return TOLD_BY_INTAKE.contains(finding.code());
    }

    /** What a C-SSRS alert found that is not the last word any more: the same as a visit that found so. */
    public EarlierFinding earlierFinding(SuicideAlert alert, LocalDate raisedOn) {
        return alert.risk() == SuicideRisk.HIGH
                ? EarlierFinding.of(alert, SUICIDE_HIGH, FindingClass.ABS, Set.of(), limits.correctable().contains(SUICIDE_HIGH), raisedOn)
                : EarlierFinding.of(alert, SUICIDE_MODERATE, FindingClass.REL, MeasuredRules.AT_MODERATE_RISK, false, raisedOn);
    }

    private static Stream<RuleResult> weighty(ScreeningResult result) {
        return result.findings().stream().filter(finding -> finding.findingClass().compareTo(FindingClass.REL) >= 0);
    }

    /** Answers to rows that do not exist, or in states their row does not know: {@code CODE} or {@code CODE:STATE}. */
    public List<String> notUnderstood(ScreeningAnswers answers) {
        return answers.findings().stream()
                .filter(answer -> rules.stream().noneMatch(rule -> rule.code().equals(answer.code())
                        && rule.knownStates().contains(answer.state())))
                .map(answer -> answer.code() + ":" + answer.state())
                .toList();
    }

    /** Answers that cannot all be true, of which one would be lost: row or medication, as a place in the request, and why. */
    public Map<String, String> contradictions(ScreeningAnswers answers) {
        Map<String, String> contradictions = new LinkedHashMap<>();
        for (int i = 0; i < answers.findings().size(); i++) {
            ScreeningAnswers.Answer answer = answers.findings().get(i);
            if (answer.on() != null && !answer.state().tellsOfIt() && answer.state() != AnswerState.UNKNOWN) {
                contradictions.put("findings[" + i + "]",
                        answer.code() + " is answered " + answer.state() + " with a day on which it happened");
            }
        }
        for (int i = 0; answers.medications() != null && i < answers.medications().size(); i++) {
            if (interactions.contradictsItsName(answers.medications().get(i))) {
                contradictions.put("medications[" + i + "]", "the name says a higher daily dose than dailyDoseMilligrams, or one that "
                        + "cannot be read: correct it, or give the name without doses");
            }
        }
        return contradictions;
    }

    /** Codes of the rows a clinician must answer, in the order of the table. */
    public List<String> askedRows() {
        return rules.stream().filter(ScreeningRule::asked).map(ScreeningRule::code).toList();
    }

    /** Every row there is. */
    public List<String> allRows() {
        return rules.stream().map(ScreeningRule::code).toList();
    }

    private static BigDecimal lowest(Map<String, BigDecimal> factors, List<RuleResult> results) {
        return results.stream()
                .filter(RuleResult::isFound)
                .map(result -> factors.getOrDefault(result.code(), BigDecimal.ONE))
                .min(BigDecimal::compareTo)
                .orElse(BigDecimal.ONE);
    }

    private static Set<LowStartTrigger> lowStart(List<RuleResult> results) {
        Set<LowStartTrigger> triggers = EnumSet.noneOf(LowStartTrigger.class);
        for (RuleResult result : results) {
            for (LowStartTrigger trigger : LowStartTrigger.values()) {
                if (result.isFound() && result.code().equals(trigger.name())) {
                    triggers.add(trigger);
                }
            }
        }
        return triggers;
    }
}
