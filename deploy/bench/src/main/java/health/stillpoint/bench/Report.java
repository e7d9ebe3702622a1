package health.stillpoint.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says what a run found, as Markdown, with each target beside what was reached. */
final class Report {

    private static final String RAW = "raw JDBC";
    private static final double MOST_GATEWAY_ADDITION = 0.30;
    private static final double MOST_RELAY_MILLISECONDS = 100;
    private static final double MOST_START_SECONDS = 2;
    private static final double MOST_IDLE_MEGABYTES = 250;
    private static final double MOST_DISK_MEGABYTES = 50;

    private final Found found;
    private final StringBuilder text = new StringBuilder();

    private Report(Found found) {
        this.found = found;
    }

    static String of(Found found) {
        Report report = new Report(found);
        report.line("# Foundation");
        report.line("");
        report.line(found.conditions);
        if (!found.ways.isEmpty()) {
            report.ways();
            report.targets();
        }
        if (found.layers.size() > 1 && found.layers.getLast().without().isEmpty()) {
            report.layers();
        }
        report.parts();
        report.remarks();
        return report.text.toString();
    }

    private void ways() {
        heading("Three ways, in turn");
        row("work", "way", "per second", "p50 ms", "p99 ms", "service CPU ms", "gateway CPU ms", "database CPU ms", "of CPU compiling", "failed");
        row("---", "---", "--:", "--:", "--:", "--:", "--:", "--:", "--:", "--:");
        found.ways.forEach((work, ways) -> {
            way(work, work.title(), RAW, ways.raw());
            way(work, "", "service", ways.service());
            way(work, "", "gateway", ways.gateway());
        });
        line("");
        line("CPU is for each request, until its event was sent and its audit row sealed. Compiling is a share of "
                + "the time of service and gateway: the share a program that runs for longer no longer spends.");
        found.rawRows.forEach((work, rows) -> line("Raw JDBC for \"" + work.title() + "\" writes the " + rows
                + " rows the service wrote" + (work == Work.READ ? " and reads one." : ".")));
    }

    private void way(Work work, String title, String way, Measured measured) {
        row(title, way, number(measured.perSecond() * work.units(), 0), number(measured.latencies().median(), 2),
                number(measured.latencies().p99(), 2), number(measured.serviceMilliseconds(), 3),
                number(measured.gatewayMilliseconds(), 3), number(measured.databaseMilliseconds(), 3),
                way.equals(RAW) ? "" : percent(measured.cpu().compiling()), Long.toString(measured.failures()));
    }

    private void targets() {
        heading("Against the targets");
        line("The reference is HAPI FHIR JPA 8.8, tuned, without authentication and audit, on a quiet machine of two cores that "
                + "generator and database shared, 8 connections; it was not run again here.");
        line("Ours checks tokens, holds clinics apart in the database, audits, keeps events and answers for repetition.");
        line("Raw JDBC's column counts what PostgreSQL alone used to write the same rows, no program around it: nothing built on it "
                + "can be above.");
        line("");
        row("work", "reference", "ours, per CPU second of service and database", "times the reference", "target", "", "raw JDBC, its database alone",
                "reached of that", "target", "", "of raw JDBC", "target", "", "gateway adds to p50", "target", "", "to that of one caller alone", "target", "");
        row("---", "--:", "--:", "--:", "--:", "---", "--:", "--:", "--:", "---", "--:", "--:", "---", "--:", "--:", "---", "--:", "--:", "---");
        found.ways.forEach((work, ways) -> row(
                work.title(),
                number(work.referencePerCpuSecond(), 0) + (work.referenceCpuIsEstimated() ? " *" : ""),
                number(ways.service().perCpuSecond() * work.units(), 0),
                number(ways.timesReference(work), 2) + "x",
                ">= " + number(work.factor(), 0) + "x",
                verdict(ways.timesReference(work) >= work.factor()),
                number(ways.databaseAlone(work), 2) + "x",
                percent(ways.shareOfDatabaseAlone(work)),
                ">= " + percent(work.shareOfDatabaseAlone()),
                verdict(ways.shareOfDatabaseAlone(work) >= work.shareOfDatabaseAlone()),
                percent(ways.shareOfRaw()),
                ">= " + percent(work.shareOfRaw()),
                verdict(ways.shareOfRaw() >= work.shareOfRaw()),
                percent(ways.gatewayAddition()),
                "<= " + percent(MOST_GATEWAY_ADDITION),
                verdict(ways.gatewayAddition() <= MOST_GATEWAY_ADDITION),
                percent(ways.gatewayAdditionAlone()) + " of " + number(ways.serviceAlone().median(), 2) + " ms",
                "<= " + percent(MOST_GATEWAY_ADDITION),
                verdict(ways.gatewayAdditionAlone() <= MOST_GATEWAY_ADDITION)));
        if (found.ways.keySet().stream().anyMatch(Work::referenceCpuIsEstimated)) {
            line("");
            line("\\* Only its rate is known (" + number(Work.READ.referencePerSecond(), 0) + " reads, "
                    + number(Work.BATCH.referencePerSecond(), 0) + " sets a second); taken as "
                    + number(Work.REFERENCE_CPU_PER_SECOND, 2) + " CPU seconds a second, as in the rows that name both.");
        }
    }

    private void layers() {
        Layer first = found.layers.getFirst();
        Layer last = found.layers.getLast();
        double create = Layer.mean(Layer.cost(first.create()), Layer.cost(last.create()));
        double read = Layer.mean(Layer.cost(first.read()), Layer.cost(last.read()));
        heading("What each layer costs");
        line("The patient service restarted with one part left out each time; CPU milliseconds of service and database for each request, "
                + "and the difference from the mean of the first and the last row. A difference smaller than those two rows' own is noise.");
        line("");
        row("left out", "create", "costs", "read", "costs", "creates per second", "reads per second", "start s");
        row("---", "--:", "--:", "--:", "--:", "--:", "--:", "--:");
        for (Layer layer : found.layers) {
            boolean whole = layer.without().isEmpty();
            row(whole ? "nothing" : layer.without(),
                    number(Layer.cost(layer.create()), 3),
                    whole ? "" : number(create - Layer.cost(layer.create()), 3),
                    number(Layer.cost(layer.read()), 3),
                    whole ? "" : number(read - Layer.cost(layer.read()), 3),
                    number(layer.create().perSecond(), 0),
                    number(layer.read().perSecond(), 0),
                    number(layer.startSeconds(), 1));
        }
    }

    private void parts() {
        heading("Beside the requests");
        row("what", "found", "target", "");
        row("---", "---", "---", "---");
        if (found.commitToConsumer != null) {
            Latencies relay = found.commitToConsumer;
            row("commit to consumer, " + relay.count() + " events at " + CommitToConsumer.PER_SECOND + "/s",
                    "p50 " + number(relay.median(), 1) + " ms, p99 " + number(relay.p99(), 1) + " ms",
                    "p99 < " + number(MOST_RELAY_MILLISECONDS, 0) + " ms", verdict(relay.p99() < MOST_RELAY_MILLISECONDS));
        }
        found.starts.forEach((program, start) -> {
            row(program.module() + " start from what a training run kept, the others idle",
                    number(start.wallSeconds(), 1) + " s, " + number(start.cpuSeconds(), 1) + " s of CPU",
                    "<= " + number(MOST_START_SECONDS, 0) + " s", verdict(start.wallSeconds() <= MOST_START_SECONDS));
            row(program.module() + " idle memory (PSS)", number(start.megabytes(), 0) + " MB",
                    "<= " + number(MOST_IDLE_MEGABYTES, 0) + " MB", verdict(start.megabytes() <= MOST_IDLE_MEGABYTES));
        });
        if (!Double.isNaN(found.diskPerHundredThousandSets)) {
            row("disk for 100,000 sets of vital signs, indexes included", number(found.diskPerHundredThousandSets, 1) + " MB",
                    "<= " + number(MOST_DISK_MEGABYTES, 0) + " MB", verdict(found.diskPerHundredThousandSets <= MOST_DISK_MEGABYTES));
        }
    }

    private void remarks() {
        if (!found.remarks.isEmpty()) {
            heading("Remarks");
            found.remarks.forEach(remark -> line("- " + remark));
        }
    }

    private void heading(String title) {
        line("");
        line("## " + title);
        line("");
    }

    private void row(String... cells) {
        List<String> columns = new ArrayList<>(List.of(cells));
        line("| " + String.join(" | ", columns) + " |");
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    static String verdict(boolean met) {
        return met ? "met" : "NOT MET";
    }

    static String percent(double share) {
        return number(share * 100, 0) + " %";
    }

    static String number(double value, int decimals) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%,." + decimals + "f", value) : "-";
    }
}
