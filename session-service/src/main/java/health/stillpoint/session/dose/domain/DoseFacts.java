package health.stillpoint.session.dose.domain;

import health.stillpoint.session.order.domain.OrderRefusal;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Everything the dose guard asks, read in the transaction that records the dose. Unknown is the unsafe value.
 *
 * @param orderBreaks limits the order breaks by now, though it was signed
 * @param before what had not happened yet when the dose was given
 */
public record DoseFacts(boolean candidacyAccepted, boolean candidacyInDate, boolean consentValid, boolean baselineCompleted,
        int preparationsCounting, int preparationsNeeded, int openHolds, boolean previousDoseIntegrated, boolean gapTooShort,
        boolean rollingLimitReached, boolean fifthDoseUnapproved, boolean reviewDue, boolean courseHasDoseLeft,
        Checklist checklist, boolean orderUsable, boolean orderSigned, Set<OrderRefusal.Reason> orderBreaks, boolean weightInDate,
        boolean lotInDate, boolean lotSufficient, boolean lotFits, boolean knowledgeStale, boolean knowledgeOverridden, boolean factUnread,
        boolean checkedIn, boolean alreadyDosed, boolean doubleChecked, Set<DoseTiming.Before> before) {

    public DoseFacts {
        orderBreaks = Set.copyOf(orderBreaks);
        before = Set.copyOf(before);
    }

    boolean breaks(OrderRefusal.Reason... limits) {
        return orderUsable && Stream.of(limits).anyMatch(orderBreaks::contains);
    }

    public enum Checklist { MISSING, NO_GO, CAUTION_UNSIGNED, PERMITS }
}
