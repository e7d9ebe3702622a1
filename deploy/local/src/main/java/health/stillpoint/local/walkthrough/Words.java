package health.stillpoint.local.walkthrough;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** What the API says in codes, for a person to read. */
final class Words {

    private Words() {}

    /** A span of time, such as {@code 5 days} or {@code 3 hours 30 minutes}; seconds are left out, but for a span of seconds alone. */
    static String span(Duration span) {
        List<String> parts = new ArrayList<>();
        part(span.toDaysPart(), "day", parts);
        part(span.toHoursPart(), "hour", parts);
        part(span.toMinutesPart(), "minute", parts);
        if (parts.isEmpty()) {
            part(span.toSeconds(), "second", parts);
        }
        return String.join(" ", parts);
    }

    /** A span as the API writes it, such as {@code PT120H}. */
    static String span(JsonNode iso) {
        return span(Duration.parse(iso.asText()));
    }

    private static void part(long count, String unit, List<String> parts) {
        if (count != 0) {
            parts.add(count + " " + unit + (count == 1 ? "" : "s"));
        }
    }

    /** The findings of a screening: what was found, under which rule, and how much it weighs. */
    static String findings(JsonNode findings) {
        List<String> said = StreamSupport.stream(findings.spliterator(), false)
                .map(finding -> finding.path("found").asText()
                        + " (" + finding.path("code").asText() + ", " + weight(finding.path("class").asText()) + ")")
                .toList();
        return said.isEmpty() ? "none" : String.join(", ", said);
    }

    private static String weight(String findingClass) {
        return switch (findingClass) {
            case "INFO" -> "worth knowing, stands against nothing";
            case "CAUT" -> "a caution";
            case "REL" -> "a relative exclusion";
            case "ABS" -> "an absolute exclusion";
            default -> findingClass;
        };
    }
}
