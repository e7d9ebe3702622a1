package health.stillpoint.session.course.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether a dose may be given at a moment, looking at the doses already given to this patient.
 *
 * <p>Programme model section 8, tag P (docs/clinical-sources.md#course-templates). Windows are half open: a dose exactly
 * seven days old no longer counts.
 */
public final class DoseSpacing {

    /** Why the moment is too early. */
    public enum Refusal {
        /** Less than the template's gap, a second dose on one day, or no free day after three in a row. */
        GAP_TOO_SHORT,
        /** The template's limit for 7 or 28 days is reached. */
        ROLLING_LIMIT,
        /** A fifth dose in seven days exceeds every published anxiety protocol: two prescribers must approve it. */
        FIFTH_DOSE_UNAPPROVED,
        /** Twenty doses in 180 days without a physician's review. */
        REVIEW_DUE
    }

    /** One dose already given. */
    public record GivenDose(Instant startedAt, Instant endedAt) {
    }

    /** What physicians have approved: the fifth dose a week, and when they last reviewed long-term use. */
    public record Reviews(boolean fiveDosesAWeekApproved, Instant longTermReviewedAt) {
        public static final Reviews NONE = new Reviews(false, null);
    }

    static final Duration WEEK = Duration.ofDays(7);
    static final Duration FOUR_WEEKS = Duration.ofDays(28);
    static final Duration HALF_YEAR = Duration.ofDays(180);
    /** Doses a week that need no special approval (P). */
    static final int UNAPPROVED_DOSES_A_WEEK = 4;
    /** Doses in 180 days after which a physician must review (P: long-term bladder, cognition and misuse risk). */
    static final int DOSES_UNTIL_REVIEW = 20;

    private final ZoneId clinicZone;

    public DoseSpacing(ZoneId clinicZone) {
        this.clinicZone = clinicZone;
    }

    /** Every reason why a dose at {@code at} would come too early; empty when it may be given. */
    public List<Refusal> refusals(CourseTemplate template, List<GivenDose> given, Reviews reviews, Instant at) {
        List<Refusal> refusals = new ArrayList<>();
        if (gapTooShort(template, given, at) || dayTaken(template, given, at) || freeDayNeeded(template, given, at)) {
            refusals.add(Refusal.GAP_TOO_SHORT);
        }
        if (within(given, at, WEEK) >= template.mostInSevenDays()
                || within(given, at, FOUR_WEEKS) >= template.mostInTwentyEightDays()) {
            refusals.add(Refusal.ROLLING_LIMIT);
        }
        if (within(given, at, WEEK) >= UNAPPROVED_DOSES_A_WEEK && !reviews.fiveDosesAWeekApproved()) {
            refusals.add(Refusal.FIFTH_DOSE_UNAPPROVED);
        }
        if (sinceReview(given, reviews, at) >= DOSES_UNTIL_REVIEW) {
            refusals.add(Refusal.REVIEW_DUE);
        }
        return List.copyOf(refusals);
    }

    /** The first moment at which the gap rule alone would allow the next dose. */
    public static Instant earliestAfter(CourseTemplate template, Instant lastEndedAt) {
        return lastEndedAt.plus(template.minimumGap());
    }

    private static boolean gapTooShort(CourseTemplate template, List<GivenDose> given, Instant at) {
        return given.stream().anyMatch(dose -> at.isBefore(earliestAfter(template, dose.endedAt())));
    }

    private boolean dayTaken(CourseTemplate template, List<GivenDose> given, Instant at) {
        return template.oneDosePerCalendarDay() && dosingDays(given).contains(day(at));
    }

    private boolean freeDayNeeded(CourseTemplate template, List<GivenDose> given, Instant at) {
        int limit = template.mostDosingDaysInARow();
        if (limit == 0) {
            return false;
        }
        Set<LocalDate> days = dosingDays(given);
        LocalDate today = day(at);
        for (int back = 1; back <= limit; back++) {
            if (!days.contains(today.minusDays(back))) {
                return false;
            }
        }
        return true;
    }

    private Set<LocalDate> dosingDays(List<GivenDose> given) {
        return given.stream().map(dose -> day(dose.startedAt())).collect(Collectors.toSet());
    }

    private LocalDate day(Instant moment) {
        return moment.atZone(clinicZone).toLocalDate();
    }

    private static long within(List<GivenDose> given, Instant at, Duration window) {
        return given.stream().filter(dose -> dose.startedAt().isAfter(at.minus(window))).count();
    }

    private static long sinceReview(List<GivenDose> given, Reviews reviews, Instant at) {
        return given.stream()
                .filter(dose -> dose.startedAt().isAfter(at.minus(HALF_YEAR)))
                .filter(dose -> reviews.longTermReviewedAt() == null || dose.startedAt().isAfter(reviews.longTermReviewedAt()))
                .count();
    }
}
