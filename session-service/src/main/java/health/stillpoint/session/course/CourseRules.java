package health.stillpoint.session.course;

import health.stillpoint.session.course.domain.CourseTemplate;
import health.stillpoint.session.course.domain.CourseTemplates;
import health.stillpoint.session.course.domain.CourseType;
import health.stillpoint.session.course.domain.DoseSpacing;
import health.stillpoint.session.course.domain.LiverTests;
import health.stillpoint.session.course.domain.Route;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;

/** The course templates with the clinic's own numbers. */
@ApplicationScoped
public class CourseRules {

    private final CourseConfig config;
    private final CourseTemplates templates;
    private final DoseSpacing spacing;
    private final LiverTests liverTests;

    CourseRules(CourseConfig config) {
        this.config = config;
        this.spacing = new DoseSpacing(config.timeZone());
        this.liverTests = new LiverTests(config.mostDosesOnOlderLiverTests(), config.liverTestDays());
        CourseTemplates all = CourseTemplates.standard();
        for (var entry : config.template().entrySet()) {
            all = all.with(changed(all.of(entry.getKey()), entry.getValue()));
        }
        this.templates = all;
    }

    public CourseTemplate template(CourseType type) {
        return templates.of(type);
    }

    public DoseSpacing spacing() {
        return spacing;
    }

    public LiverTests liverTests() {
        return liverTests;
    }

    public boolean enabled(Route route) {
        return config.routes().contains(route);
    }

    /** The day of the clinic's calendar a moment falls on. */
    public LocalDate dayOf(Instant moment) {
        return moment.atZone(config.timeZone()).toLocalDate();
    }

    private static CourseTemplate changed(CourseTemplate base, CourseConfig.Template own) {
        return new CourseTemplate(base.type(), own.plannedDoses().orElse(base.plannedDoses()),
                own.fewestDoses().orElse(base.fewestDoses()), own.mostDoses().orElse(base.mostDoses()),
                own.minimumGap().orElse(base.minimumGap()), base.oneDosePerCalendarDay(),
                own.mostInSevenDays().orElse(base.mostInSevenDays()),
                own.mostInTwentyEightDays().orElse(base.mostInTwentyEightDays()), base.mostDosingDaysInARow(),
                own.integrationDue().orElse(base.integrationDue()));
    }
}
