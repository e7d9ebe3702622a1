package health.stillpoint.session.session.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.session.session.domain.Escort;
import health.stillpoint.session.session.domain.SessionKind;
import health.stillpoint.session.session.domain.TreatmentSession;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TreatmentSessionEntityTest {

    private static final Instant NOON = Instant.parse("2026-03-09T12:00:00Z");
    private static final UUID SOMEONE = new UUID(0, 1);

    static Stream<TreatmentSession> sessions() {
        TreatmentSession dosing = TreatmentSession.book(new UUID(0, 2), new UUID(0, 3), new UUID(0, 4), SessionKind.DOSING, NOON, NOON.plusSeconds(60), SOMEONE, "1", null);
        TreatmentSession talking = TreatmentSession.book(new UUID(0, 2), new UUID(0, 3), new UUID(0, 4), SessionKind.INTEGRATION, NOON, NOON.plusSeconds(60), SOMEONE, null, new UUID(0, 5));
        TreatmentSession here = dosing.checkIn(new Escort("Jo", "sister", "555"), NOON);
        return Stream.of(dosing, here, here.start(NOON), here.doseGiven(new UUID(0, 6), NOON), here.doseGiven(new UUID(0, 6), NOON).assessed(true, NOON),
                here.doseGiven(new UUID(0, 6), NOON).discharge(SOMEONE, NOON), talking.start(NOON), talking.start(NOON).sign(Duration.ofMinutes(50), SOMEONE, NOON.plusSeconds(3600)),
                dosing.cancel("a cold", NOON), dosing.noShow(NOON));
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void keepsASessionInEveryState(TreatmentSession session) {
        TreatmentSessionEntity row = new TreatmentSessionEntity();
        row.id = session.id();

        row.copyFrom(session);

        assertThat(row.toDomain()).isEqualTo(session);
    }
}
