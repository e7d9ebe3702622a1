package health.stillpoint.patient.programme.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CourseCompletedV1Test {

    @ParameterizedTest(name = "{0}, dosed: {1}, is completed: {2}")
    @CsvSource({
        "PLAN_COMPLETED, true, true", "PLAN_COMPLETED, false, true", "COMPLETED_EARLY, true, true", "COMPLETED_EARLY, false, false",
        "STOPPED, true, false", "STOPPED, false, false", "HEARD_OF_NEVER, true, false"
    })
    void isCompletedAsPlannedOrEarlyAfterADose(String outcome, boolean dosed, boolean completed) {
        assertThat(new CourseCompletedV1(UUID.randomUUID(), UUID.randomUUID(), outcome).isCompleted(dosed)).isEqualTo(completed);
    }
}
