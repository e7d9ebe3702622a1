package health.stillpoint.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The plans in a server log that belong to a search: those of statements on the search's tables, without their texts. */
final class PlanLog {

    private static final Pattern ENTRY = Pattern.compile("(?m)^(?=\\d{4}-\\d\\d-\\d\\d [\\d:.]+ )");
    private static final Pattern OF_SEARCH = Pattern.compile("name_trigram|patient_name_word|patient_identifier|from patient p where");
    private static final int LONGEST = 6_000;

    private PlanLog() {}

    /** The plans, one after the other, each with its duration. */
    static String of(String log) {
        List<String> plans = new ArrayList<>();
        for (String entry : ENTRY.split(log)) {
            int plan = entry.indexOf("plan:");
            if (plan >= 0 && OF_SEARCH.matcher(entry).find()) {
                plans.add(entry.substring(entry.indexOf("duration:"), plan).strip() + "\n" + nodes(entry.substring(plan)));
            }
        }
        String all = String.join("\n", plans);
        return all.length() > LONGEST ? all.substring(0, LONGEST) + "...\n" : all;
    }

    /** The tree without the statement before it. */
    private static String nodes(String plan) {
        List<String> lines = plan.lines().map(line -> line.replaceFirst("^\t", "")).toList();
        int first = 0;
        while (first < lines.size() && !lines.get(first).matches(".*\\(cost=.*")) {
            first++;
        }
        return lines.stream().skip(first).map(line -> line.replaceAll("cost=\\S+ rows=\\d+ width=\\d+", "").replace("( )", "")
                .replace("()  ", "").replace("  (actual", " (actual")).collect(Collectors.joining("\n")) + "\n";
    }
}
