package health.stillpoint.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A service's transaction, to be repeated with other ids: each statement once, with the values of each of its rows.
 * Ids the transaction made are made anew each time, the id it was about comes from a pool, texts that must be unique are
 * made anew in the same length; everything else stays as the service wrote it.
 *
 * @param slots how many different ids are made anew
 */
record RawRecipe(List<Step> steps, int slots) {

    /** Columns whose text is unique without being an id. */
    private static final Set<String> UNIQUE_TEXTS = Set.of("mrn", "key", "value", "request_id");
    private static final Set<String> MADE_IDS = Set.of("id", "event_id");

    /** One statement and its rows. */
    record Step(String sql, List<List<Parameter>> rows) {}

    /** A value: fixed, made anew, or the id of the record it is all about. */
    sealed interface Parameter {

        record Fixed(String text) implements Parameter {}

        record NewId(int slot) implements Parameter {}

        record NewText(int length) implements Parameter {}

        record GivenId() implements Parameter {}
    }

    /**
     * @param given id of the record the request was about, null when there was none
     */
    static RawRecipe of(List<RowChange> changes, UUID given) {
        Map<String, Integer> slots = new HashMap<>();
        for (RowChange change : changes) {
            if (!change.isUpdate()) {
                change.parameters().stream()
                        .filter(value -> isId(value) && MADE_IDS.contains(value.column().name()) && value.text() != null)
                        .filter(value -> given == null || !value.text().equals(given.toString()))
                        .forEach(value -> slots.putIfAbsent(value.text(), slots.size()));
            }
        }
        List<Step> steps = new ArrayList<>();
        for (RowChange change : changes) {
            List<Parameter> row = change.parameters().stream().map(value -> parameter(value, given, slots)).toList();
            if (!steps.isEmpty() && steps.getLast().sql().equals(change.sql())) {
                steps.getLast().rows().add(row);
            } else {
                steps.add(new Step(change.sql(), new ArrayList<>(List.of(row))));
            }
        }
        return new RawRecipe(List.copyOf(steps), slots.size());
    }

    /** How many rows one transaction writes. */
    int rows() {
        return steps.stream().mapToInt(step -> step.rows().size()).sum();
    }

    private static boolean isId(RowChange.Value value) {
        return value.column().type().equals("uuid");
    }

    private static Parameter parameter(RowChange.Value value, UUID given, Map<String, Integer> slots) {
        String text = value.text();
        if (text == null) {
            return new Parameter.Fixed(null);
        }
        if (isId(value) && given != null && text.equals(given.toString())) {
            return new Parameter.GivenId();
        }
        if (isId(value) && slots.containsKey(text)) {
            return new Parameter.NewId(slots.get(text));
        }
        if (value.column().type().equals("text") && UNIQUE_TEXTS.contains(value.column().name())) {
            return new Parameter.NewText(text.length());
        }
        return new Parameter.Fixed(text);
    }
}
