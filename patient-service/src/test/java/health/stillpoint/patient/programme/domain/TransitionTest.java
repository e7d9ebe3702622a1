package health.stillpoint.patient.programme.domain;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.patient.patients.domain.ProgrammeState;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransitionTest {

    @ParameterizedTest
    @ValueSource(strings = {"CONTRAINDICATION_FOUND", "SERIOUS_ADVERSE_EVENT", "DECEASED"})
    void isAStopForHarm(String reason) {
        assertThat(to(ProgrammeState.STOPPED, reason).isStopForHarm()).isTrue();
        assertThat(to(ProgrammeState.SUSPENDED, reason).isStopForHarm()).isFalse();
    }

    @Test
    void isAStopForAnotherReason() {
        assertThat(to(ProgrammeState.STOPPED, "PATIENT_WISH").isStopForHarm()).isFalse();
    }

    private static Transition to(ProgrammeState state, String reason) {
        return new Transition(ProgrammeState.IN_COURSE, state, List.of(reason), Instant.EPOCH);
    }
}
