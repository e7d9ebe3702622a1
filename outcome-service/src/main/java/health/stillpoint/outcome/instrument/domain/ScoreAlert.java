package health.stillpoint.outcome.instrument.domain;

import java.util.List;
import java.util.Optional;

/**
 * An alert that a filled instrument gives rise to.
 *
 * @param code stable code, for example {@code PHQ9_SI_PRESENT}
 * @param severity how soon somebody must act
 * @param items the items it rests on; empty when it rests on the total
 * @param action what the catalogue asks the clinician to do, if it says so
 * @param context the only situation in which it counts, if limited to one
 */
public record ScoreAlert(
        String code, AlertSeverity severity, List<Integer> items, Optional<String> action, Optional<String> context) {

    /** An item that must be answered was left open: dosing waits until it is (conventions.safety_item_missing). */
    public static final String SAFETY_ITEM_MISSING = "SAFETY_ITEM_MISSING";

    public ScoreAlert {
        items = List.copyOf(items);
    }

    static ScoreAlert safetyItemMissing(List<Integer> items) {
        return new ScoreAlert(
                SAFETY_ITEM_MISSING,
                AlertSeverity.AMBER,
                items,
                Optional.of("dosing is held until the item is answered"),
                Optional.empty());
    }
}
