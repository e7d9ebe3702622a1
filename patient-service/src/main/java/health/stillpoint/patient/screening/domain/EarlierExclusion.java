package health.stillpoint.patient.screening.domain;

import java.time.LocalDate;
import java.util.UUID;

/**
 * An absolute finding of a screening that is not the latest one any more.
 *
 * @param reasonCode as the candidacy decision names it
 * @param cause why it was found, as a code; null = not kept
 * @param correctable whether its cause could be corrected
 * @param foundOn the last day on which what it rests on was looked at; null = not kept
 * @param agreedIn the accepting decision in which a second reader agreed although it was no longer found; null = none
 */
public record EarlierExclusion(
        UUID screeningId, String reasonCode, String cause, boolean correctable, LocalDate foundOn, UUID agreedIn) {

    static EarlierExclusion of(UUID screeningId, RuleResult finding, ScreeningCase screening) {
        LocalDate lookedAt = CorrectionPolicy.lookedAt(finding.reasonCode(), screening);
        LocalDate foundOn = lookedAt == null || lookedAt.isBefore(screening.performedOn()) ? screening.performedOn() : lookedAt;
        return new EarlierExclusion(screeningId, finding.reasonCode(), finding.reason(), finding.correctable(), foundOn, null);
    }

    public EarlierExclusion agreedIn(UUID decision) {
        return new EarlierExclusion(screeningId, reasonCode, cause, correctable, foundOn, decision);
    }

    /** The same finding of the same screening, whatever became of it. */
    public boolean isSameAs(EarlierExclusion other) {
        return screeningId.equals(other.screeningId) && reasonCode.equals(other.reasonCode);
    }

    /** Whether this later screening shows that it was corrected. */
    public boolean isCorrectedIn(ScreeningCase later) {
        return CorrectionPolicy.isCorrected(this, later);
    }
}
