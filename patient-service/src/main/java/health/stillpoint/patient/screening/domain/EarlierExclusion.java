package health.stillpoint.patient.screening.domain;

import health.stillpoint.patient.screening.domain.SuicideAlerts.SuicideAlert;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * An absolute finding of a screening that is not the latest one any more, or of a C-SSRS alert before the latest screening.
 *
 * @param screeningId the screening, or the alert
 * @param reasonCode as the candidacy decision names it
 * @param cause why it was found, as a code; null = not kept
 * @param correctable whether its cause could be corrected
 * @param foundOn the last day on which what it rests on was looked at; null = not kept
 * @param performedAt when the screening was performed, or the alert raised; null = not kept
 * @param statedOn the day of the recent event it was found for; null = none, or not kept
 * @param agreedIn the accepting decision in which a second reader agreed although it was no longer found; null = none
 */
public record EarlierExclusion(
        UUID screeningId, String reasonCode, String cause, boolean correctable, LocalDate foundOn, Instant performedAt,
        LocalDate statedOn, UUID agreedIn) {

    private static final String RECENT_EVENT = "RECENT";

    static EarlierExclusion of(UUID screeningId, RuleResult finding, ScreeningCase screening) {
        LocalDate lookedAt = CorrectionPolicy.lookedAt(finding.reasonCode(), screening);
        LocalDate foundOn = lookedAt == null || lookedAt.isBefore(screening.performedOn()) ? screening.performedOn() : lookedAt;
        return new EarlierExclusion(screeningId, finding.reasonCode(), finding.reason(), finding.correctable(), foundOn,
                screening.answers().performedAt(), finding.reason().equals(RECENT_EVENT) ? statedOn(finding.code(), screening) : null, null);
    }

    static EarlierExclusion of(SuicideAlert alert, LocalDate raisedOn, boolean correctable) {
        return new EarlierExclusion(alert.id(), "SCR_SUICIDE_HIGH", "CSSRS_ALERT", correctable, raisedOn, alert.raisedAt(), null, null);
    }

    private static LocalDate statedOn(String row, ScreeningCase screening) {
        return told(row, screening).map(ScreeningAnswers.Answer::on).orElse(null);
    }

    private static Optional<ScreeningAnswers.Answer> told(String row, ScreeningCase screening) {
        return screening.answers().answer(row).filter(answer -> answer.state().tellsOfIt());
    }

    public EarlierExclusion agreedIn(UUID decision) {
        return new EarlierExclusion(screeningId, reasonCode, cause, correctable, foundOn, performedAt, statedOn, decision);
    }

    /** Whether this later screening still tells of the very same event, which time alone has made lighter. */
    public boolean isPastIn(ScreeningCase later) {
        return statedOn != null && told(reasonCode.replaceFirst("^SCR_", ""), later)
                .filter(answer -> statedOn.equals(answer.on()))
                .isPresent();
    }

    /** Whether this later screening, at least so long after, shows that it was corrected. */
    public boolean isCorrectedIn(ScreeningCase later, Duration apart) {
        return CorrectionPolicy.isCorrected(this, later, apart);
    }
}
