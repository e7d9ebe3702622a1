package health.stillpoint.session.order.domain;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.session.course.domain.Route;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyPolicyTest {

    private static final BodyPolicy POLICY = new BodyPolicy(new BodyPolicy.Limits(new BigDecimal("0.10"), new BigDecimal("3")));
    private static final DoseRequest MEASURED = request("68", "170", SexAtBirth.FEMALE);

    @ParameterizedTest(name = "{0} kg, {1} cm after 68 kg, 170 cm: differs in [{2}]")
    @CsvSource({"68, 170, ''", "74.8, 170, ''", "74.81, 170, bodyWeightKilograms", "61.2, 170, ''", "61.19, 170, bodyWeightKilograms",
            "68, 173, ''", "68, 173.1, heightCentimeters", "68, 167, ''", "68, 166.9, heightCentimeters"})
    void agreesWithinItsLimits(String weight, String height, String expected) {
        var differences = POLICY.differences(request(weight, height, SexAtBirth.FEMALE), "female", MEASURED, false);

        assertThat(differences).extracting(BodyPolicy.Difference::field)
                .containsExactlyElementsOf(expected.isEmpty() ? List.of() : List.of(expected));
    }

    @Test
    void namesEveryInventedValueWithTheKnownOne() {
        assertThat(POLICY.differences(request("130", "230", SexAtBirth.UNKNOWN), "female", MEASURED, false)).containsExactly(
                new BodyPolicy.Difference("bodyWeightKilograms", "130", "68"), new BodyPolicy.Difference("heightCentimeters", "230", "170"),
                new BodyPolicy.Difference("sexAtBirth", "unknown", "female"));
    }

    @Test
    void leavesWhatWasMeasuredAnewButNotWhatIsRegistered() {
        assertThat(POLICY.differences(request("80", "170", SexAtBirth.FEMALE), "female", MEASURED, true)).isEmpty();
        assertThat(POLICY.differences(request("80", "170", SexAtBirth.MALE), "female", MEASURED, true))
                .containsExactly(new BodyPolicy.Difference("sexAtBirth", "male", "female"));
    }

    @Test
    void asksTheEarlierOrderWhereNothingIsRegistered() {
        assertThat(POLICY.differences(request("68", "170", SexAtBirth.MALE), null, MEASURED, false))
                .containsExactly(new BodyPolicy.Difference("sexAtBirth", "male", "female"));
        assertThat(POLICY.differences(request("68", "170", SexAtBirth.MALE), null, null, false)).isEmpty();
    }

    private static DoseRequest request(String weight, String height, SexAtBirth sex) {
        return new DoseRequest(Route.IM, new BigDecimal("0.5"), new BigDecimal(weight), new BigDecimal(height), sex,
                Instant.parse("2026-03-09T09:00:00Z"), new BigDecimal("50"), null);
    }
}
