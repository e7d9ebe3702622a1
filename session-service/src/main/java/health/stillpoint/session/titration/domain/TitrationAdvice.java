package health.stillpoint.session.titration.domain;

import java.util.List;

/**
 * Advice for the next dose; a prescriber decides.
 *
 * @param priority row of dosing section 3.1 that decided, 1 first
 * @param reasons codes of what was found
 */
public record TitrationAdvice(Result result, int priority, List<String> reasons) {

    public enum Result { HOLD, BLOCK, REDUCE, REPEAT, INCREASE, FIRST_DOSE, RESTART }
}
