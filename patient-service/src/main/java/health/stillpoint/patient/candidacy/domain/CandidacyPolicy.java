package health.stillpoint.patient.candidacy.domain;

import static health.stillpoint.patient.candidacy.domain.CandidacyOutcome.ACCEPTED;
import static health.stillpoint.patient.candidacy.domain.CandidacyOutcome.ACCEPTED_WITH_CONDITIONS;
import static health.stillpoint.patient.candidacy.domain.CandidacyOutcome.DECLINED;
import static health.stillpoint.patient.candidacy.domain.CandidacyOutcome.DEFERRED;

import health.stillpoint.patient.candidacy.domain.CandidacyRule.RuleClass;
import health.stillpoint.patient.candidacy.domain.CandidacyRule.RuleOutcome;
import health.stillpoint.patient.intake.domain.Comorbidity;
import health.stillpoint.patient.intake.domain.Diagnosis;
import health.stillpoint.patient.intake.domain.InjectionPhobiaPolicy;
import health.stillpoint.patient.intake.domain.IntakeContent;
import health.stillpoint.patient.intake.domain.IntakeLimits;
import health.stillpoint.patient.intake.domain.LowStartPolicy;
import health.stillpoint.patient.intake.domain.LowStartTrigger;
import health.stillpoint.patient.intake.domain.Nature;
import health.stillpoint.patient.intake.domain.SeverityPolicy;
import health.stillpoint.patient.programme.domain.ProgrammeLimits;
import health.stillpoint.patient.screening.domain.Clearance;
import health.stillpoint.patient.screening.domain.ComorbidityPolicy;
import health.stillpoint.patient.screening.domain.Condition;
import health.stillpoint.patient.screening.domain.EarlierExclusion;
import health.stillpoint.patient.screening.domain.FindingClass;
import health.stillpoint.patient.screening.domain.InteractionCatalog;
import health.stillpoint.patient.screening.domain.RuleResult;
import health.stillpoint.patient.screening.domain.ScreeningAnswers;
import health.stillpoint.patient.screening.domain.ScreeningAnswers.SuicideRisk;
import health.stillpoint.patient.screening.domain.ScreeningCase;
import health.stillpoint.patient.screening.domain.ScreeningLimits;
import health.stillpoint.patient.screening.domain.ScreeningPolicy;
import health.stillpoint.patient.screening.domain.ScreeningResult;
import health.stillpoint.patient.treatment.domain.PriorTreatment;
import health.stillpoint.patient.treatment.domain.Resistance;
import health.stillpoint.patient.treatment.domain.ResistancePolicy;
import health.stillpoint.patient.treatment.domain.TreatmentLimits;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
 * 1 an absolute finding             DECLINED if one is permanent, else DEFERRED
 * 2 diagnosis out of scope          DECLINED   DX_OUT_OF_SCOPE
 * - something is still unknown      DEFERRED   INTAKE_MISSING, SCREENING_MISSING, SCREENING_INCOMPLETE, SCREENING_OUT_OF_DATE
 * - two signed records contradict    DEFERRED   DX_CONTRADICTED_(secondary diagnosis), CURRENT_TREATMENT_NOT_LISTED
 * 3 not severe enough               DEFERRED   SEVERITY_LOW
 * 4 no adequate trial failed        DEFERRED   NOT_RESISTANT (a psychiatrist overrides: PATIENT_CANNOT_WAIT)
 * 5 relative finding not cleared    DEFERRED   REL_UNCLEARED
 * 6 cleared finding or low start    ACCEPTED_WITH_CONDITIONS
 * 7 otherwise                       ACCEPTED
 * </pre>
 *
 * The lines without a number are ours: unknown means no, and of two records that contradict each other never the milder one counts.
 * So is the second reader of an acceptance after an earlier screening found something absolute or relative that the latest one does not
 * find, or finds lighter: one of the two is wrong, or somebody must say why it is gone. None is needed for what was corrected since, or for
 * the same event longer ago, and none again for a finding on whose absence a second reader has agreed. The same holds for a secondary
 * diagnosis of an earlier intake. So three relative findings do not escape the second reader of section 6 by being asked again.
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
            screeningCase = inputs.screening() == null ? null : new ScreeningCase(
                    inputs.screening(), inputs.ageYears(), inputs.sexAtBirth(), intake, inputs.screenedOn(), inputs.today(),
                    inputs.alertedAt());
            screening = screeningCase == null ? null : screeningPolicy.evaluate(screeningCase);
            resistance = ResistancePolicy.stage(
                    inputs.priorTreatments(), diagnosis, intake == null ? null : intake.severity(), treatmentLimits);
        }

        CandidacyResult conclude() {
            askScreening();
            askEarlierExclusions();
            askWhatIsMissing();
            askSecondaryDiagnoses();
            askCurrentTreatments();
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
            askFavorable();
            CandidacyOutcome outcome = outcome(inScope, severe, resistant, cleared);
            return new CandidacyResult(RULE_SET_VERSION, outcome, rules, reasonCodes(outcome), conditions(), missing,
                    resistance.stage(), lowStart, doseFactor(), doseFactorParenteral(), basisHoldsUntil(),
                    needsSecondReader());
        }

        private void askEarlierExclusions() {
            Map<String, List<EarlierExclusion>> byCode = inputs.earlierExclusions().stream().collect(
                    Collectors.groupingBy(EarlierExclusion::reasonCode, LinkedHashMap::new, Collectors.toList()));
            byCode.forEach((code, exclusions) -> {
                List<EarlierExclusion> unexplained = exclusions.stream().filter(exclusion -> !isExplained(exclusion)).toList();
                rules.add(CandidacyRule.gone(code, unexplained));
                findingGone = findingGone || !unexplained.isEmpty();
            });
        }

        private boolean isExplained(EarlierExclusion exclusion) {
            return exclusion.agreedIn() != null || exclusion.diagnosis().filter(this::isDiagnosed).isPresent() || screening != null
                    && (exclusion.isStillFoundIn(screeningCase, screening)
                            || exclusion.isCorrectedIn(screeningCase, screeningLimits.correctedAfter())
                            || exclusion.isPastIn(screeningCase));
        }

        /** By the latest intake. */
        private boolean isDiagnosed(Comorbidity comorbidity) {
            return intake != null && intake.comorbidities().contains(comorbidity);
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
                case FOUND -> result.findingClass() == FindingClass.REL && isCleared(result)
                        ? RuleOutcome.CLEARED
                        : RuleOutcome.FIRED;
            };
        }

        private boolean isCleared(RuleResult finding) {
            return !finding.antidepressantAlone() && inputs.clearances().stream().anyMatch(clearance -> covers(clearance, finding));
        }

        private boolean covers(Clearance clearance, RuleResult finding) {
            return clearance.findingCode().equals(finding.code()) && clearance.isInDate(inputs.at())
                    && (!finding.code().equals(ScreeningPolicy.SUICIDE_MODERATE) || cameAfterTheAlert(clearance));
        }

        /** A clearance speaks of what the physician saw: not of an alert raised after it. */
        private boolean cameAfterTheAlert(Clearance clearance) {
            Instant alertedAt = screeningCase.standingAlert(SuicideRisk.MODERATE);
            return alertedAt == null || clearance.clearedAt().isAfter(alertedAt);
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

        private void askSecondaryDiagnoses() {
            for (Comorbidity comorbidity : Comorbidity.values()) {
                List<String> rows = ComorbidityPolicy.rowsOf(comorbidity);
                if (!rows.isEmpty()) {
                    boolean diagnosed = intake != null && intake.comorbidities().contains(comorbidity);
                    reconcile(CandidacyRule.CONTRADICTED + comorbidity, diagnosed ? known(comorbidity) : RuleOutcome.CLEAR,
                            "not diagnosed, or told in " + String.join(" or ", rows), diagnosed ? "diagnosed" : null,
                            "programme.md sections 2.2 and 4; docs/clinical-sources.md#secondary-diagnoses",
                            diagnosed ? Set.of(comorbidity.name()) : Set.of());
                }
            }
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
        private void askCurrentTreatments() {
            List<String> taken = inputs.priorTreatments().stream().filter(this::isTakenNow).map(PriorTreatment::agent).toList();
            boolean listed = inputs.screening() != null && inputs.screening().medications() != null;
            List<String> notListed = taken.stream()
                    .filter(agent -> !listed || !screeningPolicy.lists(inputs.screening(), agent))
                    .distinct()
                    .toList();
            RuleOutcome outcome = notListed.isEmpty() ? RuleOutcome.CLEAR : listed ? RuleOutcome.FIRED : RuleOutcome.UNANSWERED;
            reconcile(CandidacyRule.NOT_LISTED, outcome, "every medication recorded as current is in the screening's list",
                    notListed.isEmpty() ? null : String.join(", ", notListed),
                    "programme.md section 4, medication reconciliation",
                    taken.stream().map(InteractionCatalog::normal).collect(Collectors.toSet()));
        }

        private boolean isTakenNow(PriorTreatment treatment) {
            return treatment.current() && (treatment.mayBeMedication() || screeningPolicy.isDrug(treatment.agent()));
        }

        private void reconcile(String code, RuleOutcome outcome, String threshold, String found, String source, Set<String> causes) {
            rules.add(new CandidacyRule(code, RuleClass.GATE, outcome, threshold, found, source, causes, Set.of()));
            contradicted = contradicted || outcome != RuleOutcome.CLEAR;
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
            return findings(FindingClass.REL).stream().filter(finding -> !isCleared(finding)).toList();
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
            if (standingClearances().anyMatch(Clearance::asksLowStart)) {
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

        private void askFavorable() {
            Set<Nature> dominant = intake == null || intake.nature() == null
                    ? Set.of()
                    : intake.nature().dominant(limits.prominentNature());
            favorable("FAV_TREATMENT_RESISTANT", resistance.stage() > 0);
            favorable("FAV_TRAUMA_ROOTED", isTraumaRooted());
            favorable("FAV_RIGID_THOUGHT", dominant.contains(Nature.COGNITIVE));
            favorable("FAV_SOMATIC_DOMINANT", dominant.contains(Nature.SOMATIC));
            favorable("FAV_CRISIS_NEED_FAST_RELIEF", isOverridden());
        }

        private boolean isTraumaRooted() {
            if (intake == null || intake.traumaOrigin() == null) {
                return false;
            }
            IntakeContent.TraumaOrigin origin = intake.traumaOrigin();
            return switch (origin.level()) {
                case CLEAR -> true;
                case SUSPECTED -> origin.suds() != null && origin.suds() >= limits.traumaDistress();
                case NONE -> false;
            };
        }

        private void favorable(String code, boolean there) {
            rules.add(CandidacyRule.plain(code, RuleClass.FAVORABLE, there ? RuleOutcome.FIRED : RuleOutcome.CLEAR, "informs only",
                    null, SOURCE + " (S)"));
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
            standingClearances().forEach(clearance -> conditions.addAll(clearance.conditions()));
            if (!lowStart.isEmpty()) {
                conditions.add(Condition.LOW_START);
                conditions.add(Condition.SECOND_PREPARATION_SESSION);
            }
            return conditions;
        }

        private BigDecimal doseFactor() {
            return lowest(screening == null ? BigDecimal.ONE : screening.doseFactor());
        }

        private BigDecimal doseFactorParenteral() {
            return lowest(screening == null ? BigDecimal.ONE : screening.doseFactorParenteral());
        }

        /** Of the factor the findings give and those physicians ask for (dosing-and-monitoring.md section 2: lowest wins). */
        private BigDecimal lowest(BigDecimal ofFindings) {
            return standingClearances().map(Clearance::doseFactor).filter(Objects::nonNull).reduce(ofFindings, BigDecimal::min);
        }

        private Stream<Clearance> standingClearances() {
            return inputs.clearances().stream().filter(clearance -> clearance.isInDate(inputs.at()));
        }

        /**
         * What the outcome rests on is in date only so long (in-date rule of section 4); pregnancy is tested on dosing days. The
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
            ScreeningAnswers.Tests tests = inputs.screening().tests();
            return Stream.of(
                            lastDay(tests.liverAt(), tests.altTimesUpperLimit(), Period.ofDays(screeningLimits.liverDays())),
                            screeningPolicy.needsEcg(screeningCase)
                                    ? lastDay(tests.ecgAt(), tests.qtcMilliseconds(), Period.ofDays(screeningLimits.ecgDays()))
                                    : Optional.<LocalDate>empty(),
                            lastDay(tests.tshAt(), tests.tshMilliunitsPerLiter(), Period.ofMonths(screeningLimits.tshMonths())))
                    .flatMap(Optional::stream)
                    .map(lastDay -> lastDay.plusDays(1).atStartOfDay(inputs.timeZone()).toInstant());
        }

        /** A test without a day of its own was taken at the visit. */
        private Optional<LocalDate> lastDay(LocalDate recorded, Object result, Period validity) {
            LocalDate taken = recorded == null && result != null ? inputs.screenedOn() : recorded;
            return Optional.ofNullable(taken).map(day -> day.plus(validity));
        }

        /** Of several clearances of one finding the longest counts. */
        private Stream<Instant> clearancesHoldUntil() {
            return findings(FindingClass.REL).stream()
                    .map(finding -> inputs.clearances().stream()
                            .filter(clearance -> covers(clearance, finding))
                            .map(Clearance::expiresAt)
                            .max(Comparator.naturalOrder()))
                    .flatMap(Optional::stream);
        }

        private boolean needsSecondReader() {
            return isOverridden() || findingGone || inputs.stoppedForHarmAt() != null
                    || findings(FindingClass.REL).size() >= limits.relativeFindingsForSecondReader();
        }
    }
}
