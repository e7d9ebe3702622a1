package health.stillpoint.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * One row as a service wrote it.
 *
 * @param columns those that are written, with their types; what the database makes itself is left out
 * @param before the texts of the values an update found; null for an insert
 * @param after the texts of the values written
 */
record RowChange(String relation, List<Column> columns, List<String> before, List<String> after) {

    RowChange {
        columns = List.copyOf(columns);
        before = before == null ? null : Collections.unmodifiableList(new ArrayList<>(before));
        after = Collections.unmodifiableList(new ArrayList<>(after));
    }

    record Column(String name, String type) {}

    boolean isUpdate() {
        return before != null;
    }

    /** The statement that writes it, with a parameter for each of {@link #parameters()}. */
    String sql() {
        if (isUpdate()) {
            return "update \"" + relation + "\" set "
                    + changed().stream().map(at -> "\"" + columns.get(at).name() + "\" = ?").collect(Collectors.joining(", "))
                    + " where clinic_id = ? and id = ?";
        }
        return "insert into \"" + relation + "\" ("
                + columns.stream().map(column -> "\"" + column.name() + "\"").collect(Collectors.joining(", ")) + ") values ("
                + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
    }

    /** The values of the statement's parameters, as texts, each with the column it is for. */
    List<Value> parameters() {
        List<Value> values = new ArrayList<>();
        if (isUpdate()) {
            changed().forEach(at -> values.add(value(at)));
            values.add(value(at("clinic_id")));
            values.add(value(at("id")));
        } else {
            for (int at = 0; at < columns.size(); at++) {
                values.add(value(at));
            }
        }
        return values;
    }

    /** A parameter. */
    record Value(Column column, String text) {}

    private Value value(int at) {
        return new Value(columns.get(at), after.get(at));
    }

    private List<Integer> changed() {
        List<Integer> changed = new ArrayList<>();
        for (int at = 0; at < columns.size(); at++) {
            if (!Objects.equals(before.get(at), after.get(at))) {
                changed.add(at);
            }
        }
        return changed;
    }

    private int at(String name) {
        for (int at = 0; at < columns.size(); at++) {
            if (columns.get(at).name().equals(name)) {
                return at;
            }
        }
        throw new BenchFailure(relation + " has no column " + name);
    }
}
