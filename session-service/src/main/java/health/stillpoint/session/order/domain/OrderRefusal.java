package health.stillpoint.session.order.domain;

import java.util.List;

/** An order that cannot be saved, with every reason at once. */
public final class OrderRefusal extends RuntimeException {

    /** Why an order cannot be saved; each is a limit of dosing section 2, but for the candidacy (programme section 9). */
    public enum Reason {
        /** No accepted candidacy decision is known. */
        CANDIDACY_MISSING,
        /** The decision ended, by its date or for a new finding. */
        CANDIDACY_EXPIRED,
        /** Another route than the course's: consent was given for that one. */
        ROUTE_OF_ANOTHER_COURSE,
        /** Rounded mg above the route's cap; no override exists. */
        OVER_CAP,
        /** A needle or line for a first dose that the candidacy decision excludes. */
        ROUTE_EXCLUDED,
        /** Liver tests too old, or of an unknown day, before the first of the course's doses. */
        LIVER_TEST_OLD,
        /** A level that the candidacy decision excludes for this route. */
        LEVEL_EXCLUDED,
        /** First dose above the low start although a low-start trigger is present. */
        OVER_LOW_START,
        /** More than the route's step above the last dose. */
        STEP_UP_TOO_LARGE,
        /** More than the last dose although titration forbids it: not tolerated, not integrated, or benefit enough. */
        INCREASE_NOT_ALLOWED,
        /** After a pause of more than 28 days: above the last or the default first dose, whichever is lower. */
        RESTART_TOO_HIGH,
        /** With the doses of the last seven days more than five caps. */
        OVER_SEVEN_DAY_LIMIT,
        /** With the lozenges of the last 28 days more than 3,600 mg. */
        OVER_TWENTY_EIGHT_DAY_LIMIT,
        /** Weight older than 30 days (90 sublingual). */
        WEIGHT_OUT_OF_DATE,
        /** Rounds to nothing at the route's increment. */
        BELOW_INCREMENT,
        /** A concentration that is not in use: 10, 50 or 100 mg/mL. */
        CONCENTRATION_NOT_IN_USE,
        /** 100 mg/mL must be diluted before it is infused. */
        UNDILUTED_INTRAVENOUS,
        /** An infusion needs its minutes and a concentration. */
        INFUSION_DETAILS_MISSING,
        /** Shorter than 40 minutes. */
        INFUSION_TOO_SHORT,
        /** Faster than 0.025 mg/kg/min. */
        INFUSION_TOO_FAST,
        /** Asked when the dose is given: a smaller factor applies by now, or a dose was given after the signature. */
        OUTDATED
    }

    private final List<Reason> unmet;

    public OrderRefusal(List<Reason> unmet) {
        super("dose order refused");
        this.unmet = List.copyOf(unmet);
    }

    public List<Reason> unmet() {
        return unmet;
    }
}
