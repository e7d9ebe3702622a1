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
}
