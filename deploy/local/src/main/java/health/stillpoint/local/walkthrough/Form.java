package health.stillpoint.local.walkthrough;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON object, written as names and values in turn; a null value is left out. */
final class Form extends LinkedHashMap<String, Object> {

    private static final long serialVersionUID = 1L;

    private Form() {}

    static Form of(Object... namesAndValues) {
        Form form = new Form();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.with((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return form;
    }

    Form with(String name, Object value) {
        if (value != null) {
            put(name, value);
        }
        return this;
    }

    /** The same value for each of the names. */
    static List<Map<String, Object>> each(List<String> codes, String name, Object value) {
        List<Map<String, Object>> rows = new ArrayList<>();
        codes.forEach(code -> rows.add(Form.of("code", code, name, value)));
        return rows;
    }
}
