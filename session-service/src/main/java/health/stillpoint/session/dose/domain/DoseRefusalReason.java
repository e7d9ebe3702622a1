package health.stillpoint.session.dose.domain;

import health.stillpoint.session.order.domain.OrderRefusal;
import java.util.function.Predicate;

/**
 * Why a dose may not be given: one condition of the architecture's invariants 1 and 2 each. All are asked at once.
 *
 * <p>Sources: programme section 9 "Dosing session guards" and the limits named at each feature.
 */
public enum DoseRefusalReason {
    /** No accepted candidacy decision is known, or none was made yet when the dose was given. */
    CANDIDACY_MISSING(facts -> !facts.candidacyAccepted() || facts.before().contains(DoseTiming.Before.CANDIDACY)),
    CANDIDACY_EXPIRED(facts -> facts.candidacyAccepted() && !facts.candidacyInDate()),
    /** No treatment consent that is active and in date, or none was signed yet when the dose was given. */
    CONSENT_MISSING(facts -> !facts.consentValid() || facts.before().contains(DoseTiming.Before.CONSENT)),
    BASELINE_INCOMPLETE(facts -> !facts.baselineCompleted()),
    /** One preparation session of 60 minutes or more (two with a low-start trigger), at most 14 days before the first dose. */
    PREPARATION_INCOMPLETE(facts -> facts.preparationsCounting() < facts.preparationsNeeded()),
    HOLD_OPEN(facts -> facts.openHolds() > 0),
    /** The integration task of the last dose is not completed; after 14 days a physician's review stands in. */
    PREVIOUS_DOSE_NOT_INTEGRATED(facts -> !facts.previousDoseIntegrated()),
    GAP_TOO_SHORT(DoseFacts::gapTooShort),
    ROLLING_LIMIT(DoseFacts::rollingLimitReached),
    FIFTH_DOSE_UNAPPROVED(DoseFacts::fifthDoseUnapproved),
    REVIEW_DUE(DoseFacts::reviewDue),
    /** Course ended, or every planned dose given. */
    COURSE_NOT_OPEN(facts -> !facts.courseHasDoseLeft()),
    /** None today, or older than four hours. */
    CHECKLIST_MISSING(facts -> facts.checklist() == DoseFacts.Checklist.MISSING),
    CHECKLIST_NO_GO(facts -> facts.checklist() == DoseFacts.Checklist.NO_GO),
    CHECKLIST_CAUTION_UNSIGNED(facts -> facts.checklist() == DoseFacts.Checklist.CAUTION_UNSIGNED),
    /** No such order in this course, or used before, or for another route than the course's. */
    ORDER_MISSING(facts -> !facts.orderUsable()),
    ORDER_UNSIGNED(facts -> facts.orderUsable() && !facts.orderSigned()),
    /** Over the cap by now, of one session, or of 7 or 28 days. */
    ORDER_OVER_CAP(facts -> facts.breaks(OrderRefusal.Reason.OVER_CAP, OrderRefusal.Reason.OVER_SEVEN_DAY_LIMIT,
            OrderRefusal.Reason.OVER_TWENTY_EIGHT_DAY_LIMIT)),
    /** A smaller dose factor applies by now, another dose was given after the signature, or the person was corrected between it and the dose. */
    ORDER_OUTDATED(facts -> facts.breaks(OrderRefusal.Reason.OUTDATED)),
    /** A candidacy decision taken after the signature excludes a needle or line for the first dose. */
    ROUTE_EXCLUDED(facts -> facts.breaks(OrderRefusal.Reason.ROUTE_EXCLUDED)),
    /** The liver tests are too old by now for the first of so many doses. */
    LIVER_TEST_OLD(facts -> facts.breaks(OrderRefusal.Reason.LIVER_TEST_OLD)),
    /** A candidacy decision taken after the signature excludes the level. */
    LEVEL_EXCLUDED(facts -> facts.breaks(OrderRefusal.Reason.LEVEL_EXCLUDED)),
    OVER_LOW_START(facts -> facts.breaks(OrderRefusal.Reason.OVER_LOW_START)),
    STEP_UP_TOO_LARGE(facts -> facts.breaks(OrderRefusal.Reason.STEP_UP_TOO_LARGE)),
    INCREASE_NOT_ALLOWED(facts -> facts.breaks(OrderRefusal.Reason.INCREASE_NOT_ALLOWED)),
    RESTART_TOO_HIGH(facts -> facts.breaks(OrderRefusal.Reason.RESTART_TOO_HIGH)),
    WEIGHT_OUT_OF_DATE(facts -> facts.orderUsable() && !facts.weightInDate()),
    LOT_EXPIRED(facts -> !facts.lotInDate()),
    LOT_INSUFFICIENT(facts -> !facts.lotSufficient()),
    /** Another form or strength than the order was computed for. */
    LOT_MISMATCH(facts -> !facts.lotFits()),
    /** What the other services said is older than 60 seconds and no prescriber took responsibility with a reason. */
    KNOWLEDGE_STALE(facts -> facts.knowledgeStale() && !facts.knowledgeOverridden()),
    /** A fact that may stop the dosing of this patient came and could not be applied: nobody knows what it said (ours: unknown means no). */
    FACT_UNREAD(DoseFacts::factUnread),
    NOT_CHECKED_IN(facts -> !facts.checkedIn()),
    /** This session already had its dose; a second injection is a top-up, recorded at {@code /top-ups}. */
    ALREADY_DOSED(DoseFacts::alreadyDosed),
    /** The second person who checked the drug is the one who gives it, or not one of the care team (dosing section 4; the team is ours). */
    DOUBLE_CHECK_MISSING(facts -> !facts.doubleChecked()),
    /** Charted at a time when the patient had not come, or nobody had signed the order. */
    DOSE_BEFORE_CHECK_IN(facts -> facts.before().contains(DoseTiming.Before.CHECK_IN)),
    DOSE_BEFORE_ORDER(facts -> facts.orderUsable() && facts.before().contains(DoseTiming.Before.ORDER)),
    /** Charted at a time when the checklist was not answered, or its caution not signed. */
    DOSE_BEFORE_CHECKLIST(facts -> facts.before().contains(DoseTiming.Before.CHECKLIST));

    private final Predicate<DoseFacts> applies;

    DoseRefusalReason(Predicate<DoseFacts> applies) {
        this.applies = applies;
    }

    boolean applies(DoseFacts facts) {
        return applies.test(facts);
    }
}
