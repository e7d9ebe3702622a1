package health.stillpoint.session.course.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import health.stillpoint.session.fixtures.Cases;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoseSpacingTest {

    private static final Instant AT = Instant.parse("2026-03-30T10:00:00Z");
    private static final CourseTemplates TEMPLATES = CourseTemplates.standard();

    @TestFactory
    Stream<DynamicTest> refusesWhatComesTooSoon() {
        return Cases.of("dose-spacing", DoseSpacingTest::check);
    }

    private static void check(Cases.Case one) {
        List<DoseSpacing.GivenDose> given = new ArrayList<>();
        for (JsonNode hours : one.given().path("hoursAgo")) {
            Instant moment = AT.minus(Duration.ofMinutes(Math.round(hours.asDouble() * 60)));
            given.add(new DoseSpacing.GivenDose(moment, moment));
        }
        for (int i = 0; i < one.given().path("doses").asInt(0); i++) {
            Instant moment = AT.minus(Duration.ofDays(one.given().get("everyDays").asLong() * (i + 1L)));
            given.add(new DoseSpacing.GivenDose(moment, moment));
        }
        Instant reviewed = one.given().hasNonNull("reviewedDaysAgo") ? AT.minus(Duration.ofDays(one.given().get("reviewedDaysAgo").asLong())) : null;
        DoseSpacing.Reviews reviews = new DoseSpacing.Reviews(Cases.flag(one.given(), "fiveApproved", false), reviewed);
        CourseTemplate template = TEMPLATES.of(CourseType.valueOf(one.when().get("type").asText()));
        DoseSpacing spacing = new DoseSpacing(ZoneId.of(Cases.text(one.given(), "zone", "UTC")));

        assertThat(spacing.refusals(template, given, reviews, AT)).extracting(Enum::name)
                .containsExactlyElementsOf(Cases.texts(one.then(), "refused"));
    }

    @Nested
    class ATemplate {

        @ParameterizedTest(name = "{0}: {1} planned, {2} to {3}, gap {4}, {5} in 7 days, {6} in 28, integration within {7}")
        @CsvSource({"INTENSIVE, 6, 3, 10, PT20H, 5, 10, PT24H", "WEEKLY, 8, 6, 16, PT120H, 2, 5, PT72H",
                "TWICE_MONTHLY, 6, 4, 12, PT240H, 1, 3, PT72H", "MAINTENANCE, 1, 1, 1, PT336H, 1, 2, PT72H"})
        void isThePublishedOne(CourseType type, int planned, int fewest, int most, Duration gap, int week, int month, Duration integration) {
            CourseTemplate template = TEMPLATES.of(type);

            assertThat(template.plannedDoses()).isEqualTo(planned);
            assertThat(template.allows(fewest - 1)).isFalse();
            assertThat(template.allows(fewest)).isTrue();
            assertThat(template.allows(most)).isTrue();
            assertThat(template.allows(most + 1)).isFalse();
            assertThat(template.minimumGap()).isEqualTo(gap);
            assertThat(template.mostInSevenDays()).isEqualTo(week);
            assertThat(template.mostInTwentyEightDays()).isEqualTo(month);
            assertThat(template.integrationDue()).isEqualTo(integration);
        }
    }

    @Test
    void countsTheGapFromTheEndOfTheLastAdministration() {
        CourseTemplate weekly = TEMPLATES.of(CourseType.WEEKLY);
        Instant ended = AT.minus(Duration.ofDays(5));
        DoseSpacing spacing = new DoseSpacing(ZoneId.of("UTC"));

        assertThat(spacing.refusals(weekly, List.of(new DoseSpacing.GivenDose(ended.minus(Duration.ofMinutes(40)), ended)), DoseSpacing.Reviews.NONE, AT)).isEmpty();
        assertThat(spacing.refusals(weekly, List.of(new DoseSpacing.GivenDose(ended, ended.plusSeconds(1))), DoseSpacing.Reviews.NONE, AT))
                .containsExactly(DoseSpacing.Refusal.GAP_TOO_SHORT);
    }
}
