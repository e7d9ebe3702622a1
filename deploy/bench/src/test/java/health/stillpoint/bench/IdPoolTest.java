package health.stillpoint.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdPoolTest {

    private static final UUID ONE = new UUID(0, 1);
    private static final UUID TWO = new UUID(0, 2);

    @Test
    void goesRound() throws IdPool.Empty {
        IdPool pool = IdPool.round(List.of(ONE, TWO));

        assertThat(List.of(pool.next(), pool.next(), pool.next())).containsExactly(ONE, TWO, ONE);
    }

    @Test
    void endsWhenEachServesOnce() throws IdPool.Empty {
        IdPool pool = IdPool.once(List.of(ONE));

        assertThat(pool.next()).isEqualTo(ONE);
        assertThatExceptionOfType(IdPool.Empty.class).isThrownBy(pool::next);
    }

    @Test
    void cannotBeEmptyFromTheStart() {
        assertThatExceptionOfType(BenchFailure.class).isThrownBy(() -> IdPool.round(List.of()));
    }
}
