package health.stillpoint.session.dose.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/**
 * What must have happened before a dose is given, however late the dose is written down: the candidacy was decided, the
 * patient had consented and come, the prescriber had signed, the checklist was answered and its caution signed (programme section 9, "all true at start").
 *
 * <p>A moment that is null has not happened at all; the guard of its own says so.
 *
 * @param cautionSignedAt signature of a prescriber under a CAUTION; null with a GO
 */
public record DoseTiming(Instant candidacySince, Instant consentSince, Instant checkedInAt, Instant orderSignedAt, Instant checklistAssessedAt,
        Instant cautionSignedAt) {

    /** What the dose lies before. */
    public enum Before { CANDIDACY, CONSENT, CHECK_IN, ORDER, CHECKLIST }

    /** Everything that happened only after the dose, by more than clocks may differ. */
    public Set<Before> reversed(Instant doseAt, Duration clocksApart) {
        Instant latest = doseAt.plus(clocksApart);
        Set<Before> reversed = EnumSet.noneOf(Before.class);
        if (later(candidacySince, latest)) {
            reversed.add(Before.CANDIDACY);
        }
        if (later(consentSince, latest)) {
            reversed.add(Before.CONSENT);
        }
        if (later(checkedInAt, latest)) {
            reversed.add(Before.CHECK_IN);
        }
        if (later(orderSignedAt, latest)) {
            reversed.add(Before.ORDER);
        }
        if (later(checklistAssessedAt, latest) || later(cautionSignedAt, latest)) {
            reversed.add(Before.CHECKLIST);
        }
        return reversed;
    }

    private static boolean later(Instant moment, Instant latest) {
        return moment != null && moment.isAfter(latest);
    }
}
