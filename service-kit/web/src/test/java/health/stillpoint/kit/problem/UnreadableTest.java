package health.stillpoint.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnreadableTest {

    private static final JsonMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule()).build();

    record Thing(Shape shape, LocalDate madeOn, Integer weight, List<Thing> parts) { }

    enum Shape {
        ROUND,
        @JsonProperty("four-sided")
        SQUARE
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{'shape': 'oval'}            | shape           | must be one of ROUND, four-sided",
        "{'madeOn': '31.3.2026'}      | madeOn          | must be a date such as 2026-03-31",
        "{'weight': '150 mg'}         | weight          | must be a whole number",
        "{'parts': [{'weigth': 1}]}   | parts[0].weigth | is not known; must be one of madeOn, parts, shape, weight"})
    void saysWhichFieldAndWhatItMayBe(String body, String field, String message) {
        Problem problem = problem(body);

        assertThat(problem.getStatus()).isEqualTo(400);
        assertThat(problem.getCode()).isEqualTo("unreadable");
        assertThat(problem.getViolations()).containsExactly(new Violation(field, "body", message));
    }

    @Test
    void countsNamesThatNobodyWouldRead() {
        assertThat(Expected.oneOf(names(40))).isEqualTo("must be one of " + String.join(", ", names(40)));
        assertThat(Expected.oneOf(names(41))).isEqualTo("must be one of the 41 names that the API's document lists");
    }

    private static List<String> names(int count) {
        return IntStream.range(0, count).mapToObj(number -> "name" + number).toList();
    }

    @Test
    void saysWhereItStopsBeingJson() {
        Problem problem = problem("{\n  'weight': 1,\n}");

        assertThat(problem.getDetail()).isEqualTo("It cannot be read from line 3, column 1 on.");
        assertThat(problem.getViolations()).isEmpty();
    }

    private static Problem problem(String body) {
        JsonProcessingException refusal = catchThrowableOfType(JsonProcessingException.class,
                () -> JSON.readValue(body.replace('\'', '"'), Thing.class));
        return new ProblemMappers().unreadable(refusal).getEntity();
    }
}
