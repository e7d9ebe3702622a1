package health.stillpoint.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The plans in a server log that belong to a search: those of statements on the search's tables, without their texts. */
final class PlanLog {

    private static final Pattern ENTRY = Pattern.compile("(?m)^(?=\\d{4}-\\d\\d-\\d\\d [\\d:.]+ )");
    private static final Pattern OF_SEARCH = Pattern.compile("name_trigram|patient_name_word|patient_identifier|from patient p where");
    private static final int LONGEST = 9_000;

    private PlanLog() {}

    /** The plans, one after the other, each with its duration; of several alike the first. */
    static String of(String log) {
        Map<String, List<String>> alike = new LinkedHashMap<>();
        for (String entry : ENTRY.split(log)) {
            int plan = entry.indexOf("plan:");
            if (plan >= 0 && OF_SEARCH.matcher(entry).find()) {
                String nodes = nodes(entry.substring(plan));
                alike.computeIfAbsent(nodes.replaceAll("[\\d.]+", ""), _ -> new ArrayList<>())
                        .add(entry.substring(entry.indexOf("duration:"), plan).strip() + "%s\n" + nodes);
            }
        }
        String all = alike.values().stream()
                .map(plans -> plans.getFirst().replaceFirst("%s", plans.size() == 1 ? "" : ", the first of " + plans.size() + " alike"))
                .collect(Collectors.joining("\n"));
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
