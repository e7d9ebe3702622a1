package health.stillpoint.session.session.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TreatmentSessionTest {

    private static final Instant NOON = Instant.parse("2026-03-09T12:00:00Z");
    private static final UUID SOMEONE = new UUID(0, 1);
    private static final Map<String, UnaryOperator<TreatmentSession>> STEPS = new LinkedHashMap<>();

    static {
        STEPS.put("check-in", session -> session.checkIn(null, NOON));
        STEPS.put("start", session -> session.start(NOON));
        STEPS.put("sign", session -> session.sign(Duration.ofMinutes(60), SOMEONE, NOON.plusSeconds(3600)));
        STEPS.put("dose", session -> session.doseGiven(new UUID(0, 5), NOON));
        STEPS.put("recovery-assessment", session -> session.assessed(true, NOON));
        STEPS.put("discharge", session -> session.discharge(SOMEONE, NOON));
        STEPS.put("cancel", session -> session.cancel("a cold", NOON));
        STEPS.put("no-show", session -> session.noShow(NOON));
        STEPS.put("reschedule", session -> session.reschedule(NOON, NOON.plusSeconds(60), SOMEONE, "1"));
    }

    @TestFactory
    Stream<DynamicTest> allowsExactlyTheStepsOfEachState() {
        return Stream.of(
                allowed(booked(SessionKind.DOSING), "check-in", "cancel", "no-show", "reschedule"),
                allowed(booked(SessionKind.PREPARATION), "check-in", "start", "cancel", "no-show", "reschedule"),
                allowed(booked(SessionKind.DOSING).checkIn(null, NOON), "start", "dose", "cancel"),
                allowed(booked(SessionKind.PREPARATION).checkIn(null, NOON), "start", "cancel"),
                allowed(booked(SessionKind.DOSING).checkIn(null, NOON).start(NOON), "dose", "cancel"),
                allowed(booked(SessionKind.INTEGRATION).start(NOON), "sign", "cancel"),
                allowed(underObservation(), "recovery-assessment", "discharge"),
                allowed(underObservation().discharge(SOMEONE, NOON)),
                allowed(booked(SessionKind.DOSING).cancel("a cold", NOON)),
                allowed(booked(SessionKind.DOSING).noShow(NOON))).flatMap(tests -> tests);
    }

    private static Stream<DynamicTest> allowed(TreatmentSession session, String... steps) {
        return STEPS.keySet().stream().map(step -> DynamicTest.dynamicTest(session.kind() + " " + session.state().code() + ": " + step, () -> {
            if (List.of(steps).contains(step)) {
                assertThat(STEPS.get(step).apply(session)).isNotNull();
            } else {
                StepNotAllowed refusal = catchThrowableOfType(StepNotAllowed.class, () -> STEPS.get(step).apply(session));
                assertThat(refusal).isNotNull();
                assertThat(refusal.step()).isEqualTo(step);
                assertThat(refusal.state()).isEqualTo(session.state().code());
            }
        }));
    }

    @ParameterizedTest(name = "{0} of {1} minutes counts as preparation: {2}")
    @CsvSource({"PREPARATION, 59, false", "PREPARATION, 60, true", "INTEGRATION, 90, false"})
    void countsAsPreparationWhenLongEnough(SessionKind kind, int minutes, boolean expected) {
        assertThat(booked(kind).start(NOON).sign(Duration.ofMinutes(minutes), SOMEONE, NOON.plusSeconds(5400)).countsAsPreparation()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} min signed {1} s after the start: refused = {2}")
    @CsvSource({"60, 0, true", "60, 3540, true", "60, 3541, false", "60, 3600, false", "30, 1740, true", "30, 1800, false"})
    void isNotSignedLongerThanItLasted(int minutes, int seconds, boolean refused) {
        TreatmentSession running = booked(SessionKind.PREPARATION).start(NOON);

        LongerThanHeld refusal = catchThrowableOfType(LongerThanHeld.class,
                () -> running.sign(Duration.ofMinutes(minutes), SOMEONE, NOON.plusSeconds(seconds)));

        assertThat(refusal != null).isEqualTo(refused);
    }

    @Test
    void keepsTheFirstMomentOfRecoveryUntilAnAssessmentFails() {
        TreatmentSession once = underObservation().assessed(true, NOON);
        TreatmentSession twice = once.assessed(true, NOON.plusSeconds(600));
        TreatmentSession relapsed = twice.assessed(false, NOON.plusSeconds(900));

        assertThat(twice.monitoring("test").recoveredAt()).isEqualTo(NOON);
        assertThat(relapsed.monitoring("test").recoveredAt()).isNull();
    }

    @Test
    void namesNobody() {
        TreatmentSession session = booked(SessionKind.DOSING).checkIn(new Escort("Jo Rivera", "sister", "555"), NOON);

        assertThat(session.toString()).doesNotContain("Rivera");
        assertThat(session.arrivingEscort().toString()).doesNotContain("Rivera");
        assertThatThrownBy(() -> session.checkIn(null, NOON)).hasMessage("step not allowed");
    }

    private static TreatmentSession booked(SessionKind kind) {
        return TreatmentSession.book(new UUID(0, 2), new UUID(0, 3), new UUID(0, 4), kind, NOON, NOON.plusSeconds(3600), SOMEONE, "1",
                kind == SessionKind.INTEGRATION ? new UUID(0, 5) : null);
    }

    private static TreatmentSession underObservation() {
        return booked(SessionKind.DOSING).checkIn(null, NOON).doseGiven(new UUID(0, 5), NOON);
    }
}
