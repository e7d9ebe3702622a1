package health.stillpoint.bench;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.local.Program;
import org.junit.jupiter.api.Test;

class ReportTest {

    @Test
    void saysOfEachTargetWhetherItIsMet() {
        Found found = new Found();
        found.ways.put(Work.CREATE, Sample.ways(4000, 1000, 900));

        String report = Report.of(found);

        assertThat(report).contains("| create patient | 417 | 1,000 | 2.40x | >= 5x | NOT MET | "
                + "24.00x | 10 % | >= 25 % | NOT MET | 25 % | >= 35 % | NOT MET | 11 % | <= 30 % | met | 25 % of 4.00 ms | <= 30 % | met |");
    }

    @Test
    void givesRateLatencyAndCpuOfEachWay() {
        Found found = new Found();
        found.ways.put(Work.BATCH, Sample.ways(4000, 1000, 800));

        assertThat(Report.of(found)).contains("|  | service | 100,000 | 8.00 | 8.00 | 0.600 | 0.200 | 0.400 | 25 % | 0 |");
    }

    @Test
    void marksAReferenceWhoseCpuIsNotKnown() {
        Found found = new Found();
        found.ways.put(Work.READ, Sample.ways(4000, 1000, 900));

        assertThat(Report.of(found)).contains("| read patient | 1,097 * |").contains("\\* Only its rate is known (2,019 reads");
    }

    @Test
    void printsWhatALayerCostsAgainstTheMeanOfBothWholeRuns() {
        Found found = new Found();
        found.layers.add(layer("", 1000));
        found.layers.add(layer("audit", 2000));
        found.layers.add(layer("", 1000));

        assertThat(Report.of(found)).contains("| audit | 0.500 | 0.500 | 0.500 | 0.500 | 2,000 | 2,000 | 1.5 |");
    }

    @Test
    void comparesTheRestWithItsTargets() {
        Found found = new Found();
        found.starts.put(Program.PATIENT, new Found.Start(3.04, 5, 249));
        found.diskPerHundredThousandSets = 51;
        found.commitToConsumer = new Latencies(new long[] {4_000_000, 5_000_000});

        assertThat(Report.of(found))
                .contains("| patient-service start from what a training run kept, the others idle | 3.0 s, 5.0 s of CPU | <= 2 s | NOT MET |")
                .contains("| patient-service idle memory (PSS) | 249 MB | <= 250 MB | met |")
                .contains("| disk for 100,000 sets of vital signs, indexes included | 51.0 MB | <= 50 MB | NOT MET |")
                .contains("p50 4.0 ms, p99 5.0 ms | p99 < 100 ms | met |");
    }

    @Test
    void leavesOutWhatWasNotMeasuredAndSaysWhy() {
        Found found = new Found();
        found.remarks.add("GAD-7 was left out.");

        assertThat(Report.of(found)).doesNotContain("Three ways").doesNotContain("disk").contains("- GAD-7 was left out.");
    }

    private static Layer layer(String without, long requests) {
        return new Layer(without, 1.5, Sample.measured(requests), Sample.measured(requests));
    }
}
