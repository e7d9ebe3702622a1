package health.stillpoint.session.course.domain;

import java.time.Duration;

/**
 * What a course type allows: number of doses, gaps, rolling limits, and when integration is due.
 *
 * <p>Programme model section 8, tag P (docs/clinical-sources.md#course-templates).
 *
 * @param minimumGap from the end of one administration to the start of the next
 * @param oneDosePerCalendarDay never two doses on one day of the clinic's calendar
 * @param mostDosingDaysInARow dosing days in a row after which one dose-free day must follow; 0 = no such rule
 * @param integrationDue from the end of administration, the neuroplastic window's target
 */
public record CourseTemplate(CourseType type, int plannedDoses, int fewestDoses, int mostDoses, Duration minimumGap,
        boolean oneDosePerCalendarDay, int mostInSevenDays, int mostInTwentyEightDays, int mostDosingDaysInARow,
        Duration integrationDue) {

    public CourseTemplate {
        if (fewestDoses < 1 || fewestDoses > plannedDoses || plannedDoses > mostDoses) {
            throw new IllegalArgumentException("doses must be 1 <= fewest <= planned <= most");
        }
    }

    public boolean allows(int doses) {
        return doses >= fewestDoses && doses <= mostDoses;
    }
}
