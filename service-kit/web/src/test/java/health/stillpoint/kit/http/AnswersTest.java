package health.stillpoint.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import health.stillpoint.kit.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswersTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"\"3\"", "\"2\", \"3\"", "*"})
    void acceptsThePresentVersion(String ifMatch) {
        assertThatCode(() -> Answers.requireMatch(ifMatch, 3)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"\"2\"", "\"4\"", "3", "W/\"3\"", "\"33\""})
    void refusesAnyOther(String ifMatch) {
        // When
        var refusal = catchThrowableOfType(ProblemException.class, () -> Answers.requireMatch(ifMatch, 3));

        // Then
        assertThat(refusal.problem().getStatus()).isEqualTo(412);
    }

    @Test
    void asksForAVersion() {
        // When
        var refusal = catchThrowableOfType(ProblemException.class, () -> Answers.requireMatch(null, 3));

        // Then
        assertThat(refusal.problem().getStatus()).isEqualTo(428);
    }
}
