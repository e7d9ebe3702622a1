package health.stillpoint.session.monitoring.domain;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.session.course.domain.Route;
import health.stillpoint.session.vitals.domain.VitalSigns;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonitoringPlanTest {

    private static final Instant DOSE = Instant.parse("2026-03-09T09:00:00Z");

    @Test
    void beginsAnewWithATopUp() {
        MonitoringPlan plan = MonitoringPlan.of(Route.IM).begunAnewAt(25);

        assertThat(plan.listed(new PlanPoint(145, true))).isTrue();
        assertThat(plan.listed(new PlanPoint(175, false))).isFalse();
        assertThat(plan.pointsUntil(Duration.ofMinutes(180))).extracting(PlanPoint::minute)
                .containsExactly(0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 55, 65, 85, 115, 145, 175);
        assertThat(plan.pointsUntil(Duration.ZERO)).filteredOn(PlanPoint::withScales).extracting(PlanPoint::minute).containsExactly(55, 145);
    }

    @ParameterizedTest(name = "a point {0} min after a top-up at minute 50 is {2} after {1} s more")
    @CsvSource({"40, 180, DUE", "40, 181, LATE", "90, 600, DUE", "90, 601, LATE"})
    void givesTheFirstHourOfATopUpItsOwnLateness(int minute, int seconds, MonitoringPlan.PointStatus expected) {
        MonitoringPlan plan = MonitoringPlan.of(Route.IM).begunAnewAt(50);

        assertThat(plan.status(new PlanPoint(50 + minute, false), Duration.ofMinutes(50L + minute).plusSeconds(seconds))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: points {1}, scales at {2}")
    @CsvSource({"SL, 0 15 30 45 60 90 120, 30 120", "IM, 0 5 10 15 20 30 40 60 90 120, 30 120", "SC, 0 5 10 15 20 30 40 60 90 120, 30 120",
            "IV, 0 5 10 15 20 30 40 50 60 75 90 120, 40 120", "IN, 0 15 30 40 60 90 120, 40 120"})
    void isThePublishedOne(Route route, String points, String scales) {
        List<PlanPoint> plan = MonitoringPlan.of(route).pointsUntil(Duration.ZERO);

        assertThat(plan).extracting(PlanPoint::minute).isEqualTo(minutes(points));
        assertThat(plan).filteredOn(PlanPoint::withScales).extracting(PlanPoint::minute).isEqualTo(minutes(scales));
    }

    @Test
    void goesOnEveryThirtyMinutesUntilRecovery() {
        assertThat(MonitoringPlan.of(Route.IM).pointsUntil(Duration.ofMinutes(185))).extracting(PlanPoint::minute).endsWith(90, 120, 150, 180);
    }

    @ParameterizedTest(name = "a reading after {0} s fills minute {1}: {2}")
    @CsvSource({"0, 0, ON_TIME", "179, 0, ON_TIME", "180, 5, ON_TIME", "300, 5, ON_TIME", "1200, 20, ON_TIME", "1980, 30, ON_TIME", "1981, 30, LATE",
            "2100, 30, LATE", "3600, 60, ON_TIME", "3780, 60, ON_TIME", "3781, 60, LATE", "5400, 90, ON_TIME", "6000, 90, ON_TIME", "6001, 90, LATE",
            "6300, 90, LATE", "9000, 150, ON_TIME"})
    void matchesTheNearestPoint(int seconds, int minute, MonitoringPlan.Timing timing) {
        MonitoringPlan.Match match = MonitoringPlan.of(Route.IM).match(DOSE, fullSet(seconds), Set.of());

        assertThat(match.point().minute()).isEqualTo(minute);
        assertThat(match.timing()).isEqualTo(timing);
    }

    @Nested
    class FillsNoPoint {

        @ParameterizedTest(name = "a reading after {0} s")
        @CsvSource({"-121", "4501", "6301"})
        void outsideEveryWindow(int seconds) {
            assertThat(MonitoringPlan.of(Route.IM).match(DOSE, fullSet(seconds), Set.of()).timing()).isEqualTo(MonitoringPlan.Timing.EXTRA);
        }

        @Test
        void whenThePointIsFilled() {
            assertThat(MonitoringPlan.of(Route.IM).match(DOSE, fullSet(300), Set.of(5)).timing()).isEqualTo(MonitoringPlan.Timing.EXTRA);
        }

        @Test
        void whenTheSetIsNotFull() {
            VitalSigns pressureOnly = new VitalSigns(DOSE.plusSeconds(300), 120, 80, null, null, null, null, null, null, null, null, Set.of());

            assertThat(MonitoringPlan.of(Route.IM).match(DOSE, pressureOnly, Set.of()).timing()).isEqualTo(MonitoringPlan.Timing.EXTRA);
        }

        @Test
        void whenTheScalesOfItsPointAreMissing() {
            VitalSigns withoutScales = new VitalSigns(DOSE.plusSeconds(1800), 120, 80, 70, 98, 14, 5, null, null, null, null, Set.of());

            assertThat(MonitoringPlan.of(Route.IM).match(DOSE, withoutScales, Set.of()).timing()).isEqualTo(MonitoringPlan.Timing.EXTRA);
        }

        @Test
        void whenItIsAnArtefact() {
            VitalSigns artefact = new VitalSigns(DOSE, 80, 120, 70, 98, 14, 5, null, null, 2, 3, Set.of());

            assertThat(MonitoringPlan.of(Route.IM).match(DOSE, artefact, Set.of()).timing()).isEqualTo(MonitoringPlan.Timing.INVALID_READING);
        }
    }

    @ParameterizedTest(name = "minute {0} is {2} after {1} s")
    @CsvSource({"30, 1799, UPCOMING", "30, 1800, DUE", "30, 1980, DUE", "30, 1981, LATE", "30, 2700, LATE", "30, 2701, MISSED",
            "90, 6000, DUE", "90, 6001, LATE", "90, 6300, LATE", "90, 6301, MISSED"})
    void knowsWhereAnUnfilledPointStands(int minute, int seconds, MonitoringPlan.PointStatus expected) {
        assertThat(MonitoringPlan.of(Route.IM).status(new PlanPoint(minute, false), Duration.ofSeconds(seconds))).isEqualTo(expected);
    }

    private static VitalSigns fullSet(int seconds) {
        return new VitalSigns(DOSE.plusSeconds(seconds), 120, 80, 70, 98, 14, 5, null, null, 2, 3, Set.of());
    }

    private static List<Integer> minutes(String text) {
        return Arrays.stream(text.split(" ")).map(Integer::valueOf).toList();
    }
}
