package health.stillpoint.patient.candidacy.domain;

import static health.stillpoint.patient.candidacy.domain.CandidacyOutcome.ACCEPTED;
import static health.stillpoint.patient.candidacy.domain.CandidacyOutcome.ACCEPTED_WITH_CONDITIONS;
import static health.stillpoint.patient.candidacy.domain.CandidacyOutcome.DECLINED;
import static health.stillpoint.patient.candidacy.domain.CandidacyOutcome.DEFERRED;

import health.stillpoint.patient.candidacy.domain.CandidacyRule.RuleClass;
import health.stillpoint.patient.candidacy.domain.CandidacyRule.RuleOutcome;
import health.stillpoint.patient.intake.domain.Diagnosis;
import health.stillpoint.patient.intake.domain.InjectionPhobiaPolicy;
import health.stillpoint.patient.intake.domain.IntakeContent;
import health.stillpoint.patient.intake.domain.IntakeLimits;
import health.stillpoint.patient.intake.domain.LowStartPolicy;
import health.stillpoint.patient.intake.domain.LowStartTrigger;
import health.stillpoint.patient.intake.domain.SeverityPolicy;
import health.stillpoint.patient.programme.domain.ProgrammeLimits;
import health.stillpoint.patient.screening.domain.Condition;
import health.stillpoint.patient.screening.domain.FindingClass;
import health.stillpoint.patient.screening.domain.RuleResult;
import health.stillpoint.patient.screening.domain.ScreeningCase;
import health.stillpoint.patient.screening.domain.ScreeningLimits;
import health.stillpoint.patient.screening.domain.ScreeningPolicy;
import health.stillpoint.patient.screening.domain.ScreeningResult;
import health.stillpoint.patient.treatment.domain.Resistance;
import health.stillpoint.patient.treatment.domain.ResistancePolicy;
import health.stillpoint.patient.treatment.domain.TreatmentLimits;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The candidacy decision (programme.md section 6). Every rule is asked, so that every reason is known at once; the first
 * that applies in this order decides:
 *
 * <pre>
 * 1 an absolute finding              DECLINED if one is permanent, else DEFERRED
 * 2 diagnosis out of scope           DECLINED   DX_OUT_OF_SCOPE
 * - something is still unknown       DEFERRED   INTAKE_MISSING, SCREENING_MISSING, SCREENING_INCOMPLETE, SCREENING_OUT_OF_DATE
 * - screened before a stop for harm  DEFERRED   SCREENED_BEFORE_STOP
 * - two signed records contradict    DEFERRED   DX_CONTRADICTED_(secondary diagnosis), CURRENT_TREATMENT_NOT_LISTED
 * 3 not severe enough                DEFERRED   SEVERITY_LOW
 * 4 no adequate trial failed         DEFERRED   NOT_RESISTANT (a psychiatrist overrides: PATIENT_CANNOT_WAIT)
 * 5 relative finding not cleared     DEFERRED   REL_UNCLEARED
 * 6 cleared finding or low start     ACCEPTED_WITH_CONDITIONS
 * 7 otherwise                        ACCEPTED
 * </pre>
 *
 * The lines without a number are ours: unknown means no, and of two records that contradict each other never the milder one counts
 * ({@link ContradictionRules}). So is the second reader of an acceptance after the programme was stopped for harm, or after an earlier record
 * found something absolute or relative that the latest one does not find, or finds lighter: one of the two is wrong, or somebody must say why
 * it is gone. None is needed for what was corrected since, or for the same event longer ago, and none again for a finding on whose absence a
 * second reader has agreed. So three relative findings do not escape the second reader of section 6 by being asked again.
 */
public final class CandidacyPolicy {

    /** Changes whenever a rule, a limit's meaning or the order changes, so that a stored decision names what decided it. */
    public static final String RULE_SET_VERSION = "2026.5";

    private static final String SOURCE = "programme.md section 6";

    private final ScreeningPolicy screeningPolicy;
    private final ScreeningLimits screeningLimits;
    private final IntakeLimits intakeLimits;
    private final TreatmentLimits treatmentLimits;
    private final CandidacyLimits limits;
    private final ProgrammeLimits programmeLimits;

    public CandidacyPolicy(
            ScreeningPolicy screeningPolicy,
            ScreeningLimits screeningLimits,
            IntakeLimits intakeLimits,
            TreatmentLimits treatmentLimits,
            CandidacyLimits limits,
            ProgrammeLimits programmeLimits) {
        this.screeningPolicy = screeningPolicy;
        this.screeningLimits = screeningLimits;
        this.intakeLimits = intakeLimits;
        this.treatmentLimits = treatmentLimits;
        this.limits = limits;
        this.programmeLimits = programmeLimits;
    }

    public CandidacyResult decide(CandidacyInputs inputs) {
        return new Review(inputs).conclude();
    }

    /** One pass over all rules. */
    private final class Review {

        private final CandidacyInputs inputs;
        private final IntakeContent intake;
        private final Diagnosis diagnosis;
        private final ScreeningCase screeningCase;
        private final ScreeningResult screening;
        private final ContradictionRules contradictions;
        private final CaseClearances clearances;
        private final Resistance resistance;
        private final Set<LowStartTrigger> lowStart = EnumSet.noneOf(LowStartTrigger.class);
        private final Set<Condition> firstRoute = EnumSet.noneOf(Condition.class);
        private final List<CandidacyRule> rules = new ArrayList<>();
        private final List<String> missing = new ArrayList<>();
        private boolean findingGone;
        private boolean contradicted;

        private Review(CandidacyInputs inputs) {
            this.inputs = inputs;
            intake = inputs.intake();
            diagnosis = inputs.primaryDiagnosis();
            screeningCase = inputs.screeningCase();
            screening = screeningCase == null ? null : screeningPolicy.evaluate(screeningCase);
            contradictions = new ContradictionRules(inputs, screening, screeningPolicy, screeningLimits);
            clearances = new CaseClearances(inputs);
            resistance = ResistancePolicy.stage(
                    inputs.priorTreatments(), diagnosis, intake == null ? null : intake.severity(), treatmentLimits);
        }

        CandidacyResult conclude() {
            askScreening();
            askEarlierFindings();
            askWhatIsMissing();
            askOtherRecords();
            boolean inScope = gate(CandidacyRule.OUT_OF_SCOPE, intake == null || isInScope(), "confirmed diagnosis of section 2.1",
                    diagnosis, SOURCE + " rule 2");
            boolean severe = gate("SEVERITY_LOW", intake == null || isSevere(), "primary endpoint at caseness or CGI-S >= "
                    + limits.cgiSeverity(), "CGI-S " + (intake == null ? null : intake.severity().cgiSeverity()),
                    SOURCE + " rule 3");
            boolean resistant = askResistance();
            boolean cleared = gate("REL_UNCLEARED", uncleared().isEmpty(), "every relative finding cleared and in date",
                    uncleared().size() + " uncleared", SOURCE + " rule 5");
            askLowStart();
            askInjectionPhobia();
            rules.addAll(new FavorableSigns(limits).of(intake, resistance, isOverridden()));
            CandidacyOutcome outcome = outcome(inScope, severe, resistant, cleared);
            return new CandidacyResult(RULE_SET_VERSION, outcome, rules, reasonCodes(outcome), conditions(), missing,
                    resistance.stage(), lowStart,
                    clearances.lowest(screening == null ? BigDecimal.ONE : screening.doseFactor()),
                    clearances.lowest(screening == null ? BigDecimal.ONE : screening.doseFactorParenteral()),
                    basisHoldsUntil(), needsSecondReader());
        }

        private void askEarlierFindings() {
            List<CandidacyRule> gone = contradictions.noLongerFound();
            rules.addAll(gone);
            findingGone = gone.stream().anyMatch(CandidacyRule::isFound);
        }

        private void askOtherRecords() {
            List<CandidacyRule> denied = contradictions.inOtherRecords();
            rules.addAll(denied);
            contradicted = denied.stream().anyMatch(rule -> rule.result() != RuleOutcome.CLEAR);
        }

        private CandidacyOutcome outcome(boolean inScope, boolean severe, boolean resistant, boolean cleared) {
            List<RuleResult> absolute = findings(FindingClass.ABS);
            if (!absolute.isEmpty()) {
                return absolute.stream().allMatch(RuleResult::correctable) ? DEFERRED : DECLINED;
            }
            if (!inScope) {
                return DECLINED;
            }
            if (!missing.isEmpty() || contradicted || !severe || !resistant || !cleared) {
                return DEFERRED;
            }
            return findings(FindingClass.REL).isEmpty() && lowStart.isEmpty() ? ACCEPTED : ACCEPTED_WITH_CONDITIONS;
        }

        private void askScreening() {
            if (screening == null) {
                return;
            }
            for (RuleResult result : screening.rules()) {
                rules.add(new CandidacyRule(result.reasonCode(), ruleClass(result), outcomeOf(result),
                        result.threshold(), result.found(), result.source(), result.causes(), result.conditions()));
            }
        }

        private static RuleClass ruleClass(RuleResult result) {
            return result.findingClass() == null ? RuleClass.NONE : RuleClass.valueOf(result.findingClass().name());
        }

        private RuleOutcome outcomeOf(RuleResult result) {
            return switch (result.outcome()) {
                case NOT_FOUND -> RuleOutcome.CLEAR;
                case UNANSWERED -> RuleOutcome.UNANSWERED;
                case FOUND -> result.findingClass() == FindingClass.REL && clearances.covers(result)
                        ? RuleOutcome.CLEARED
                        : RuleOutcome.FIRED;
            };
        }

        private void askWhatIsMissing() {
            need("INTAKE_MISSING", intake != null, "a signed intake");
            need("SCREENING_MISSING", screening != null, "a screening");
            need("SCREENING_INCOMPLETE", screening == null || screening.isComplete(), "every row answered, tests in date");
            need("SCREENED_BEFORE_STOP", screening == null || isScreenedSinceStop(), "screened after the programme was stopped for harm");
            need("SCREENING_OUT_OF_DATE", screening == null || isScreeningInDate(),
                    "screened within " + screeningLimits.screeningDays() + " days");
        }

        private boolean isScreenedSinceStop() {
            return inputs.stoppedForHarmAt() == null || inputs.screening().performedAt().isAfter(inputs.stoppedForHarmAt());
        }

        private boolean isScreeningInDate() {
            return !inputs.screenedOn().plusDays(screeningLimits.screeningDays()).isBefore(inputs.today());
        }

        private void need(String code, boolean there, String threshold) {
            rules.add(CandidacyRule.plain(code, RuleClass.GATE, there ? RuleOutcome.CLEAR : RuleOutcome.FIRED, threshold, null,
                    "programme.md section 1 and 4 (in-date rule); schedules.md section 1"));
            if (!there) {
                missing.add(code);
            }
        }

        private boolean gate(String code, boolean passed, String threshold, Object found, String source) {
            rules.add(CandidacyRule.plain(code, RuleClass.GATE, passed ? RuleOutcome.CLEAR : RuleOutcome.FIRED, threshold,
                    String.valueOf(found), source));
            return passed;
        }

        private boolean isInScope() {
            return diagnosis.inScope() && intake.primaryDiagnosis().confirmed();
        }

        private boolean isSevere() {
            return SeverityPolicy.aboveThreshold(intake.severity(), limits.cgiSeverity());
        }

        private boolean askResistance() {
            if (!isOverridden()) {
                return gate(CandidacyRule.NOT_RESISTANT, resistance.stage() > 0, "stage >= 1", "stage " + resistance.stage(),
                        SOURCE + " rule 4");
            }
            rules.add(CandidacyRule.plain(CandidacyRule.NOT_RESISTANT, RuleClass.GATE, RuleOutcome.OVERRIDDEN, "stage >= 1", "stage 0",
                    SOURCE + " rule 4"));
            return true;
        }

        private boolean isOverridden() {
            return resistance.stage() == 0 && inputs.override() != null && inputs.override().byPsychiatrist();
        }

        private List<RuleResult> uncleared() {
            return findings(FindingClass.REL).stream().filter(finding -> !clearances.covers(finding)).toList();
        }

        private List<RuleResult> findings(FindingClass findingClass) {
            return screening == null ? List.of() : screening.findingsOf(findingClass);
        }

        private void askLowStart() {
            if (intake != null) {
                boolean hadKetamine = inputs.priorTreatments().stream().anyMatch(t -> t.treatmentClass().isKetamine());
                lowStart.addAll(LowStartPolicy.triggers(intake, inputs.ageYears(), hadKetamine, intakeLimits));
            }
            if (screening != null) {
                lowStart.addAll(screening.lowStart());
            }
            if (clearances.askLowStart()) {
                lowStart.add(LowStartTrigger.CLEARANCE);
            }
            for (LowStartTrigger trigger : LowStartTrigger.values()) {
                rules.add(CandidacyRule.plain("LOW_START_" + trigger, RuleClass.LOW_START,
                        lowStart.contains(trigger) ? RuleOutcome.FIRED : RuleOutcome.CLEAR, "any trigger", null,
                        "dosing-and-monitoring.md section 3.2"));
            }
        }

        /** Forbids a route and nobody the treatment. */
        private void askInjectionPhobia() {
            boolean forbids = intake != null && InjectionPhobiaPolicy.forbidsInjectionFirst(intake);
            String kind = intake == null ? null : intake.primaryDiagnosis().icd10();
            rules.add(new CandidacyRule(CandidacyRule.INJECTION_PHOBIA, RuleClass.CAUT,
                    forbids ? RuleOutcome.FIRED : RuleOutcome.CLEAR, "F40.231, or a specific phobia of no said kind, and no injection asked for",
                    kind, "programme.md section 2.1 (P)", forbids ? Set.of(CandidacyRule.INJECTION_PHOBIA) : Set.of(),
                    forbids ? Set.of(Condition.FIRST_ROUTE_NOT_INJECTED) : Set.of()));
            if (forbids) {
                firstRoute.add(Condition.FIRST_ROUTE_NOT_INJECTED);
            }
        }

        private List<String> reasonCodes(CandidacyOutcome outcome) {
            Stream<CandidacyRule> counted = rules.stream()
                    .filter(CandidacyRule::isFound)
                    .filter(rule -> rule.ruleClass() != RuleClass.INFO && rule.ruleClass() != RuleClass.LOW_START)
                    .sorted(Comparator.comparingInt(rule -> rank(rule.ruleClass())));
            List<String> codes = counted.map(CandidacyRule::code).collect(Collectors.toCollection(ArrayList::new));
            if (!lowStart.isEmpty()) {
                codes.add("LOW_START");
            }
            if (isOverridden()) {
                codes.add(inputs.override().code().name());
            }
            if (outcome.isAccepted()) {
                codes.add("CRITERIA_MET");
            }
            return codes;
        }

        private static int rank(RuleClass ruleClass) {
            return switch (ruleClass) {
                case ABS -> 0;
                case GATE -> 1;
                case REL -> 2;
                case CAUT -> 3;
                case FAVORABLE -> 4;
                case INFO, LOW_START, NONE -> 5;
            };
        }

        private Set<Condition> conditions() {
            Set<Condition> conditions = EnumSet.copyOf(firstRoute);
            if (screening != null) {
                conditions.addAll(screening.conditions());
            }
            clearances.conditions().forEach(conditions::add);
            if (!lowStart.isEmpty()) {
                conditions.add(Condition.LOW_START);
                conditions.add(Condition.SECOND_PREPARATION_SESSION);
            }
            return conditions;
        }

        /**
         * What the outcome rests on is in date only so long (in-date rule of section 4). The
         * screening as a whole carries a decision as long as a relapse may be treated on it (section 1, FOLLOW_UP).
         */
        private Instant basisHoldsUntil() {
            if (screening == null) {
                return null;
            }
            Instant screeningHoldsUntil = inputs.screening().performedAt().plus(programmeLimits.relapseScreening());
            return Stream.of(Stream.of(screeningHoldsUntil), testsHoldUntil(), clearancesHoldUntil())
                    .flatMap(Function.identity()).min(Comparator.naturalOrder()).orElseThrow();
        }

        private Stream<Instant> testsHoldUntil() {
            return screeningPolicy.lastDaysOfTests(screeningCase)
                    .map(lastDay -> lastDay.plusDays(1).atStartOfDay(inputs.timeZone()).toInstant());
        }

        private Stream<Instant> clearancesHoldUntil() {
            return findings(FindingClass.REL).stream().map(clearances::holdUntil).flatMap(Optional::stream);
        }

        private boolean needsSecondReader() {
            return isOverridden() || findingGone || inputs.stoppedForHarmAt() != null
                    || findings(FindingClass.REL).size() >= limits.relativeFindingsForSecondReader();
        }
    }
}
