package health.stillpoint.patient.intake.domain;

import java.util.Map;

/**
 * Which totals the instruments of severity can have (instruments.yaml, {@code total} of each; the APA measures share theirs).
 * A total outside is a slip of the pen and decides nothing; of an instrument not listed no total is believed.
 */
final class InstrumentTotals {

    private record Range(int lowest, int highest) { }

    private static final Map<String, Range> RANGES = Map.ofEntries(
            // Spitzer 2006
            Map.entry("GAD7", new Range(0, 21)),
            // Liebowitz: fear and avoidance 0..72 each
            Map.entry("LSAS_SR", new Range(0, 144)),
            Map.entry("SPIN", new Range(0, 68)),
            // Houck: seven items of 0..4
            Map.entry("PDSS_SR", new Range(0, 28)),
            // APA: ten items of 0..4
            Map.entry("APA_SEV_SPECIFIC_PHOBIA", new Range(0, 40)),
            Map.entry("APA_SEV_AGORAPHOBIA", new Range(0, 40)),
            Map.entry("APA_SEV_SOCIAL_ANXIETY", new Range(0, 40)),
            Map.entry("APA_SEV_PANIC", new Range(0, 40)),
            Map.entry("OASIS", new Range(0, 20)),
            Map.entry("PSWQ", new Range(16, 80)),
            Map.entry("HAMA", new Range(0, 56)),
            Map.entry("BAI", new Range(0, 63)),
            Map.entry("PHQ9", new Range(0, 27)),
            Map.entry("PCL5", new Range(0, 80)),
            Map.entry("FQ", new Range(0, 120)),
            Map.entry("SDS", new Range(0, 30)),
            // Guy 1976
            Map.entry("CGI_S", new Range(1, 7)));

    private InstrumentTotals() { }

    static boolean canHave(IntakeContent.Score score) {
        Range range = RANGES.get(score.instrument());
        return range != null && score.total() >= range.lowest() && score.total() <= range.highest();
    }
}
