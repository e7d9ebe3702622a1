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
    @CsvSource(delimiter = ';', value = {"\"2\"", "\"4\"", "\"33\"", "\"\"", "\"abc-3\"", "\"2\",\"4\""})
    void refusesAnyOther(String ifMatch) {
        // When
        var refusal = catchThrowableOfType(ProblemException.class, () -> Answers.requireMatch(ifMatch, 3));

        // Then
        assertThat(refusal.problem().getStatus()).isEqualTo(412);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"3", "W/\"3\"", "\"3", "3\"", "\"3\", W/\"3\"", "\"3\", 3", "\"3\" \"4\"", "\"3\",", "\"2\", *", "w"})
    void saysHowATagMustLook(String ifMatch) {
        // When
        var refusal = catchThrowableOfType(ProblemException.class, () -> Answers.requireMatch(ifMatch, 3));

        // Then
        assertThat(refusal.problem().getStatus()).isEqualTo(400);
        assertThat(refusal.problem().getCode()).isEqualTo("if-match-unusable");
        assertThat(refusal.problem().getDetail()).endsWith("in double quotes and without W/, such as \"3\".");
    }

    @Test
    void asksForAVersion() {
        // When
        var refusal = catchThrowableOfType(ProblemException.class, () -> Answers.requireMatch(null, 3));

        // Then
        assertThat(refusal.problem().getStatus()).isEqualTo(428);
    }
}
