package health.stillpoint.session.course;

import health.stillpoint.session.course.domain.CourseType;
import health.stillpoint.session.course.domain.Route;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What a clinic may set about courses; every number not set is the published one. */
@ConfigMapping(prefix = "stillpoint.course")
public interface CourseConfig {

    /** Routes that may be planned. */
    @WithDefault("SL,IM,IV,SC")
    Set<Route> routes();

    /** Calendar of the clinic: never two doses of an intensive course on one of its days. */
    @WithDefault("UTC")
    ZoneId timeZone();

    /** Planned doses up to which liver tests older than {@link #liverTestDays()} suffice, 0..6 (P, programme section 4). */
    @WithDefault("6")
    int mostDosesOnOlderLiverTests();

    /** Days liver tests stay in date before the first of more doses than that, 7..30 (P, programme section 4). */
    @WithDefault("30")
    int liverTestDays();

    /** Changes to a template. */
    Map<CourseType, Template> template();

    interface Template {

        OptionalInt plannedDoses();

        OptionalInt fewestDoses();

        OptionalInt mostDoses();

        Optional<Duration> minimumGap();

        OptionalInt mostInSevenDays();

        OptionalInt mostInTwentyEightDays();

        Optional<Duration> integrationDue();
    }
}
