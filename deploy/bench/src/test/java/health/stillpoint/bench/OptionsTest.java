package health.stillpoint.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import health.stillpoint.local.StackException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    @Test
    void measuresEverythingUnlessTold() {
        Options options = Options.read(new String[] {"foundation"});

        assertThat(options.works()).containsExactlyInAnyOrder(Work.values());
        assertThat(options.layers()).isTrue();
    }

    @Test
    void measuresOneThingForSoLong() {
        Options options = Options.read("foundation --only read --seconds 5".split(" "));

        assertThat(options.works()).containsExactly(Work.READ);
        assertThat(options.layers()).isFalse();
        assertThat(options.measurement()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void measuresSeveralThings() {
        Options options = Options.read("foundation --only create,layers".split(" "));

        assertThat(options.works()).containsExactly(Work.CREATE);
        assertThat(options.layers()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "other", "foundation --seconds", "foundation --seconds 0", "foundation --only nothing", "foundation --fast 1"})
    void refusesWhatItDoesNotKnow(String arguments) {
        assertThatExceptionOfType(StackException.class).isThrownBy(() -> Options.read(arguments.split(" ")));
    }
}
