package health.stillpoint.bench;

import health.stillpoint.local.Program;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** All that one run measured; what was not measured is absent. */
final class Found {

    /**
     * @param wallSeconds from start to ready, all programs at once
     * @param cpuSeconds CPU used until ready
     * @param megabytes proportional share of memory some seconds later, MB
     */
    record Start(double wallSeconds, double cpuSeconds, double megabytes) {}

    String conditions = "";
    final Map<Program, Start> starts = new EnumMap<>(Program.class);
    final Map<Work, Ways> ways = new EnumMap<>(Work.class);
    final Map<Work, Integer> rawRows = new EnumMap<>(Work.class);
    final List<Layer> layers = new ArrayList<>();
    final List<String> remarks = new ArrayList<>();
    Latencies commitToConsumer;
    /** Megabytes of table and indexes for a hundred thousand sets of vital signs; NaN when not measured. */
    double diskPerHundredThousandSets = Double.NaN;
}
