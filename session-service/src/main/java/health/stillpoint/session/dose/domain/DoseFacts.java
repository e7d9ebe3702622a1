package health.stillpoint.session.dose.domain;

/** Everything the dose guard asks, read in the transaction that records the dose. Unknown is the unsafe value. */
public record DoseFacts(boolean candidacyAccepted, boolean candidacyInDate, boolean consentValid, boolean baselineCompleted,
        int preparationsCounting, int preparationsNeeded, int openHolds, boolean previousDoseIntegrated, boolean gapTooShort,
        boolean rollingLimitReached, boolean fifthDoseUnapproved, boolean reviewDue, boolean courseHasDoseLeft,
        Checklist checklist, boolean orderUsable, boolean orderSigned, boolean orderOverCap, boolean weightInDate,
        boolean lotInDate, boolean lotSufficient, boolean lotFits, boolean knowledgeStale, boolean knowledgeOverridden, boolean checkedIn,
        boolean alreadyDosed, boolean doubleChecked) {

    public enum Checklist { MISSING, NO_GO, CAUTION_UNSIGNED, PERMITS }
}
