package health.stillpoint.session.course.domain;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** The four course templates of programme model section 8 (docs/clinical-sources.md#course-templates). */
public final class CourseTemplates {

    private static final Duration BY_NEXT_DAY = Duration.ofHours(24);
    private static final Duration BY_END_OF_PRIME = Duration.ofHours(72);

    private final Map<CourseType, CourseTemplate> templates;

    private CourseTemplates(Map<CourseType, CourseTemplate> templates) {
        this.templates = templates;
    }

    /** The published defaults: 20 h / 5 d / 10 d / 14 d gaps and 5/10, 2/5, 1/3, 1/2 doses in 7 and 28 days. */
    public static CourseTemplates standard() {
        Map<CourseType, CourseTemplate> all = new EnumMap<>(CourseType.class);
        put(all, new CourseTemplate(CourseType.INTENSIVE, 6, 3, 10, Duration.ofHours(20), true, 5, 10, 3, BY_NEXT_DAY));
        put(all, new CourseTemplate(CourseType.WEEKLY, 8, 6, 16, Duration.ofDays(5), false, 2, 5, 0, BY_END_OF_PRIME));
        put(all, new CourseTemplate(CourseType.TWICE_MONTHLY, 6, 4, 12, Duration.ofDays(10), false, 1, 3, 0, BY_END_OF_PRIME));
        put(all, new CourseTemplate(CourseType.MAINTENANCE, 1, 1, 1, Duration.ofDays(14), false, 1, 2, 0, BY_END_OF_PRIME));
        return new CourseTemplates(all);
    }

    /** The same templates with one replaced, as a clinic's configuration does. */
    public CourseTemplates with(CourseTemplate template) {
        Map<CourseType, CourseTemplate> all = new EnumMap<>(templates);
        put(all, template);
        return new CourseTemplates(all);
    }

    public CourseTemplate of(CourseType type) {
        return templates.get(type);
    }

    private static void put(Map<CourseType, CourseTemplate> all, CourseTemplate template) {
        all.put(template.type(), template);
    }
}
