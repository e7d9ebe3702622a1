package health.stillpoint.kit.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingRunTest {

    @Test
    void endsTheProgramInItsOwnProfileAlone() {
        assertThat(TrainingRun.asked(List.of("training"))).isTrue();
        assertThat(TrainingRun.asked(List.of("prod"))).isFalse();
        assertThat(TrainingRun.asked(List.of("prod", "training"))).isFalse();
        assertThat(TrainingRun.asked(List.of())).isFalse();
    }

    @Test
    void loadsWhatIsThereAndPassesOverTheRest() {
        assertThat(TrainingRun.load(List.of("java.util.zip.CRC32C", "no.such.Class", Failing.class.getName()))).isEqualTo(1);
    }

    @Test
    void knowsTheClassesOfTheServer() {
        List<String> classes = TrainingRun.classesOfAStart();

        assertThat(classes).contains("io.netty.handler.codec.http.HttpObjectDecoder", "org.postgresql.core.v3.QueryExecutorImpl");
        assertThat(TrainingRun.load(classes.stream().filter(name -> name.startsWith("io.netty.")).toList())).isGreaterThan(100);
    }

    static final class Failing {

        static final int NUMBER = Integer.parseInt("none");
    }
}
