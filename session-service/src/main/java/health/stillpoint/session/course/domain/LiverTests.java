package health.stillpoint.session.course.domain;

import java.time.LocalDate;

/**
 * How old the liver tests may be before the first dose of a course: more planned doses need newer ones (programme section 4,
 * minimum tests, P: at most 30 days for more than six doses). That they are at most 90 days old is patient-service's to ask.
 *
 * @param mostDosesOnOlderOnes planned doses up to which nothing is asked here, 0..6
 * @param days age up to which they suffice for any number, 7..30
 */
public record LiverTests(int mostDosesOnOlderOnes, int days) {

    public LiverTests {
        if (mostDosesOnOlderOnes < 0 || mostDosesOnOlderOnes > 6 || days < 7 || days > 30) {
            throw new IllegalArgumentException("liver tests: 0..6 doses and 7..30 days, were " + mostDosesOnOlderOnes + " and " + days);
        }
    }

    /** Tests of an unknown day are too old. */
    public boolean tooOld(int plannedDoses, LocalDate testedOn, LocalDate today) {
        return plannedDoses > mostDosesOnOlderOnes && (testedOn == null || testedOn.plusDays(days).isBefore(today));
    }
}
