package health.stillpoint.patient.screening.domain;

import health.stillpoint.patient.intake.domain.Comorbidity;
import health.stillpoint.patient.screening.domain.SuicideAlerts.SuicideAlert;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * An absolute or relative finding of a screening that is not the latest one any more, or of a C-SSRS alert before the latest screening.
 * Also a value out of range that left a row of it open, and what an intake that is not the latest signed one told: a secondary
 * diagnosis, or a finding that rests on it.
 *
 * @param screeningId the screening, the alert, or the intake
 * @param reasonCode as the candidacy decision names it
 * @param cause why it was found, as a code; null = not kept
 * @param correctable whether its cause could be corrected; of a relative finding whether all it rests on was measured
 * @param foundOn the last day on which what it rests on was looked at; null = not kept
 * @param performedAt when the screening was performed, or the alert raised; null = not kept
 * @param statedOn the day of the event by which it was weighed; null = none, or not kept
 * @param agreedIn the accepting decision in which a second reader agreed although it was no longer found; null = none
 * @param findingClass its weight; absolute in decisions stored before relative ones were weighed
 * @param conditions what a relative finding demanded of the course
 */
public record EarlierFinding(
        UUID screeningId, String reasonCode, String cause, boolean correctable, LocalDate foundOn, Instant performedAt,
        LocalDate statedOn, UUID agreedIn, FindingClass findingClass, Set<Condition> conditions) {

    private static final String DIAGNOSED = "DX_";

    /** Causes that ask for an assessment: one that rules it out answers them. */
    private static final List<String> ASKING = List.of(RuleResult.ASSESSMENT_DUE, TestRules.TSH_LOW);

    /** Rows of programme.md section 4 whose absolute finding says the same and more. */
    private static final Map<String, String> HEAVIER = Map.of(
            "SCR_HTN_ELEVATED", "SCR_HTN_UNCONTROLLED",
            "SCR_CARDIAC_MINOR", "SCR_CARDIAC_MAJOR",
            "SCR_HEPATIC_MODERATE", "SCR_HEPATIC_SEVERE",
            "SCR_SUD_MILD_OR_EARLY_REMISSION", "SCR_SUD_ACTIVE",
            "SCR_SUICIDE_MODERATE", "SCR_SUICIDE_HIGH",
            "SCR_BIPOLAR_STABLE", "SCR_MANIA_CURRENT");

    public EarlierFinding {
        findingClass = findingClass == null ? FindingClass.ABS : findingClass;
        conditions = conditions == null ? Set.of() : Set.copyOf(conditions);
    }

    static EarlierFinding of(UUID screeningId, RuleResult finding, ScreeningCase screening) {
        LocalDate lookedAt = CorrectionPolicy.lookedAt(finding.reasonCode(), screening);
        LocalDate foundOn = lookedAt == null || lookedAt.isBefore(screening.performedOn()) ? screening.performedOn() : lookedAt;
        boolean relative = finding.findingClass() == FindingClass.REL;
        return new EarlierFinding(screeningId, finding.reasonCode(), finding.reason(),
                relative ? CorrectionPolicy.isMeasured(finding) : finding.correctable(), foundOn, screening.answers().performedAt(),
                statedOn(finding.code(), screening).filter(finding::isWeighedBy).orElse(null), null,
                finding.findingClass(), relative ? finding.conditions() : Set.of());
    }

    /** Of a row that a value out of range left open; the value may be measured anew, the answer to a questionnaire may not. */
    static EarlierFinding ofAlarm(UUID screeningId, RuleResult open, ScreeningCase screening) {
        return new EarlierFinding(screeningId, open.reasonCode(), open.reason(), !open.reason().equals(RuleResult.ASSESSMENT_DUE),
                screening.performedOn(), screening.answers().performedAt(), null, null, FindingClass.REL, Set.of());
    }

    static EarlierFinding of(
            SuicideAlert alert, String row, FindingClass weight, Set<Condition> conditions, boolean correctable, LocalDate raisedOn) {
        return new EarlierFinding(alert.id(), "SCR_" + row, "CSSRS_ALERT", correctable, raisedOn, alert.raisedAt(), null, null,
                weight, conditions);
    }

    /** Of an intake that is not the latest one any more; empty = a diagnosis that no row of section 4 asks for. */
    public static Optional<EarlierFinding> of(UUID intakeId, Comorbidity diagnosis) {
        return Optional.of(diagnosis).filter(asked -> !ComorbidityPolicy.rowsOf(asked).isEmpty())
                .map(asked -> new EarlierFinding(
                        intakeId, DIAGNOSED + asked, null, false, null, null, null, null, FindingClass.REL, Set.of()));
    }

    /** Empty = it is a finding of a screening or an alert. */
    public Optional<Comorbidity> diagnosis() {
        return diagnosisOf(reasonCode);
    }

    /** The secondary diagnosis that a reason code of this kind names; empty = it names a finding. */
    public static Optional<Comorbidity> diagnosisOf(String reasonCode) {
        return reasonCode.startsWith(DIAGNOSED)
                ? Optional.of(Comorbidity.valueOf(reasonCode.substring(DIAGNOSED.length())))
                : Optional.empty();
    }

    private static Optional<LocalDate> statedOn(String row, ScreeningCase screening) {
        return told(row, screening).map(ScreeningAnswers.Answer::on);
    }

    private static Optional<ScreeningAnswers.Answer> told(String row, ScreeningCase screening) {
        return screening.answers().answer(row).filter(answer -> answer.state().tellsOfIt());
    }

    public EarlierFinding agreedIn(UUID decision) {
        return new EarlierFinding(screeningId, reasonCode, cause, correctable, foundOn, performedAt, statedOn, decision,
                findingClass, conditions);
    }

    /**
     * Whether this later screening still finds it: the row excludes, or it weighs as much, demands the same and tells of no
     * older event. That it is lighter may be what is wrong. Of a diagnosis a row must speak.
     *
     * @param found what the rules find in it
     */
    public boolean isStillFoundIn(ScreeningCase later, ScreeningResult found) {
        return diagnosis().map(asked -> ComorbidityPolicy.wordOf(asked, later.answers(), found) == ComorbidityPolicy.Word.SPOKEN_OF)
                .orElseGet(() -> found.findings().stream().anyMatch(finding -> isStillFoundAs(finding, later)));
    }

    private boolean isStillFoundAs(RuleResult finding, ScreeningCase later) {
        return finding.findingClass() == FindingClass.ABS
                ? finding.reasonCode().equals(reasonCode) || finding.reasonCode().equals(HEAVIER.get(reasonCode))
                : finding.reasonCode().equals(reasonCode) && finding.findingClass() == findingClass
                        && finding.conditions().containsAll(conditions) && !tellsOfAnOlderEvent(later);
    }

    /** Whether this later screening tells that what a value out of range asked for was done, and nothing found. */
    public boolean isRuledOutIn(ScreeningCase later) {
        return ASKING.stream().anyMatch(asking -> asking.equals(cause)) && later.isAnswered(row(), AnswerState.RULED_OUT);
    }

    private boolean tellsOfAnOlderEvent(ScreeningCase later) {
        return statedOn != null && statedOn(row(), later).filter(day -> day.isBefore(statedOn)).isPresent();
    }

    private String row() {
        return reasonCode.replaceFirst("^SCR_", "");
    }

    /** Whether this later screening still tells of the very same event, which time alone has made lighter. */
    public boolean isPastIn(ScreeningCase later) {
        return statedOn != null && statedOn(row(), later).filter(statedOn::equals).isPresent();
    }

    /** Whether this later screening, at least so long after, shows that it was corrected. */
    public boolean isCorrectedIn(ScreeningCase later, Duration apart) {
        return CorrectionPolicy.isCorrected(this, later, apart);
    }
}
