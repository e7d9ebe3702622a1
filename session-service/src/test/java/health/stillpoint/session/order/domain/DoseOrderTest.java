package health.stillpoint.session.order.domain;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.session.course.domain.Route;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DoseOrderTest {

    private static final Instant START = Instant.parse("2026-03-09T09:00:00Z");

    @Test
    void countsAnInfusionWhoseEndNobodyToldByTheOrderedMinutes() {
        assertThat(ordered(Route.IV, new Infusion(60, BigDecimal.ONE)).endOf(START, START)).isEqualTo(START.plusSeconds(3600));
    }

    @Test
    void takesTheEndThatWasTold() {
        Instant stoppedEarly = START.plusSeconds(1200);

        assertThat(ordered(Route.IV, new Infusion(60, BigDecimal.ONE)).endOf(START, stoppedEarly)).isEqualTo(stoppedEarly);
    }

    @Test
    void endsAnInjectionAsItBegins() {
        assertThat(ordered(Route.IM, null).endOf(START, START)).isEqualTo(START);
    }

    private static DoseOrder ordered(Route route, Infusion infusion) {
        DoseRequest request = new DoseRequest(route, new BigDecimal("0.5"), new BigDecimal("71"), new BigDecimal("175"),
                SexAtBirth.FEMALE, START, BigDecimal.TEN, infusion);
        return new DoseOrder(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), request, null, null, UUID.randomUUID(), START, 0);
    }
}
