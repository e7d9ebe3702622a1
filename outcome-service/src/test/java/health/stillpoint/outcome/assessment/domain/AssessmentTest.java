package health.stillpoint.outcome.assessment.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import health.stillpoint.outcome.instrument.domain.InstrumentCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssessmentTest {

    private static final Instant DOSE_ENDED = Instant.parse("2026-03-09T11:30:00Z");
    private static final InstrumentCode OASIS = new InstrumentCode("OASIS");
    private static final InstrumentCode GAD7 = new InstrumentCode("GAD7");
    private static final InstrumentCode WSAS = new InstrumentCode("WSAS");
    private static final Battery BATTERY = new Battery(false, List.of(OASIS), List.of(WSAS), List.of());

    @Nested
    class TheDayAfterADose {

        @ParameterizedTest(name = "{0} after the dose it is {1}")
        @CsvSource({
            "PT0S, DUE", "PT15H59M59.999S, DUE", "PT16H, OPEN", "PT24H, OPEN", "PT36H, OPEN", "PT36H0.001S, MISSED"
        })
        void isOpenFromSixteenToThirtySixHoursBothIncluded(Duration since, AssessmentStatus expected) {
            assertThat(theDayAfter().statusAt(DOSE_ENDED.plus(since))).isEqualTo(expected);
        }

        @Test
        void takesNoAnswerBeforeItsWindow() {
            var refusal = catchThrowableOfType(
                    AssessmentRefusal.WindowNotOpen.class,
                    () -> theDayAfter().admit(OASIS, BATTERY, DOSE_ENDED.plus(Duration.ofHours(15))));
            assertThat(refusal.opensAt()).isEqualTo(DOSE_ENDED.plus(Duration.ofHours(16)));
        }

        @Test
        void takesNoAnswerAfterItsWindow() {
            var refusal = catchThrowableOfType(
                    AssessmentRefusal.WindowClosed.class,
                    () -> theDayAfter().admit(OASIS, BATTERY, DOSE_ENDED.plus(Duration.ofHours(37))));
            assertThat(refusal.closedAt()).isEqualTo(DOSE_ENDED.plus(Duration.ofHours(36)));
        }

        @Test
        void isCompletedByAnAnswerGivenInTimeAndEnteredLater() {
            // Given
            Assessment missed = theDayAfter();
            assertThat(missed.missIfOver(DOSE_ENDED.plus(Duration.ofHours(40)))).isTrue();
            Instant inTime = DOSE_ENDED.plus(Duration.ofHours(20));
            missed.admit(OASIS, BATTERY, inTime);

            // When
            Assessment.Effect effect = missed.answer(OASIS, UUID.randomUUID(), true, inTime);

            // Then
            assertThat(effect.completed()).isTrue();
            assertThat(missed.missedAt()).isEmpty();
            assertThat(missed.statusAt(DOSE_ENDED.plus(Duration.ofHours(41)))).isEqualTo(AssessmentStatus.COMPLETED);
        }

        @Test
        void isNotMissedOnceCompleted() {
            // Given
            Assessment assessment = theDayAfter();
            assessment.answer(OASIS, UUID.randomUUID(), true, DOSE_ENDED.plus(Duration.ofHours(24)));

            // Then
            assertThat(assessment.missIfOver(DOSE_ENDED.plus(Duration.ofDays(9)))).isFalse();
        }
    }

    @Nested
    class Answering {

        @Test
        void supersedesAnEarlierAnswerAndKeepsBoth() {
            // Given
            Assessment assessment = theDayAfter();
            UUID first = UUID.randomUUID();
            assessment.answer(OASIS, first, true, DOSE_ENDED.plus(Duration.ofHours(20)));

            // When
            Assessment.Effect effect =
                    assessment.answer(OASIS, UUID.randomUUID(), true, DOSE_ENDED.plus(Duration.ofHours(21)));

            // Then
            assertThat(effect.superseded()).contains(first);
            assertThat(effect.completed()).isFalse();
        }

        @Test
        void isNotCompleteWithAnIncompleteResponse() {
            // Given
            Assessment assessment = theDayAfter();

            // When
            Assessment.Effect effect =
                    assessment.answer(OASIS, UUID.randomUUID(), false, DOSE_ENDED.plus(Duration.ofHours(20)));

            // Then
            assertThat(effect.completed()).isFalse();
            assertThat(assessment.unanswered()).containsExactly(OASIS);
        }

        @Test
        void takesAnExpectedInstrumentThatItDoesNotWaitFor() {
            Assessment assessment = theDayAfter();
            assertThatNoException()
                    .isThrownBy(() -> assessment.admit(WSAS, BATTERY, DOSE_ENDED.plus(Duration.ofHours(20))));
        }

        @Test
        void refusesAnInstrumentOfAnotherTimePoint() {
            var refusal = catchThrowableOfType(
                    AssessmentRefusal.InstrumentNotOffered.class,
                    () -> theDayAfter().admit(GAD7, BATTERY, DOSE_ENDED.plus(Duration.ofHours(20))));
            assertThat(refusal.required()).containsExactly(OASIS);
        }
    }

    @Nested
    class LateAnswers {

        @ParameterizedTest(name = "{0} days after the last dose: {1}, late {2}")
        @CsvSource({"5, OPEN, false", "14, OPEN, false", "15, OPEN, true", "21, OPEN, true", "22, MISSED, false"})
        void areTakenAndMarkedWhereTheScheduleAllowsThem(int days, AssessmentStatus status, boolean late) {
            // Given: the end of the course, +5 d to +14 d, late to +21 d
            Window window = new WindowRule(
                            Duration.ofDays(7), Duration.ofDays(5), Duration.ofDays(14), Optional.of(Duration.ofDays(21)))
                    .around(DOSE_ENDED);
            Assessment end = planned(TimePoint.EOC, window);

            // Then
            Instant then = DOSE_ENDED.plus(Duration.ofDays(days));
            assertThat(end.statusAt(then)).isEqualTo(status);
            assertThat(window.isLate(then)).isEqualTo(late);
        }
    }

    @Nested
    class TheBaseline {

        @Test
        void staysOpenUntilTheFirstDose() {
            // Given
            Assessment baseline = planned(TimePoint.BASELINE, Window.openFrom(DOSE_ENDED.minus(Duration.ofDays(30))));
            assertThat(baseline.statusAt(DOSE_ENDED)).isEqualTo(AssessmentStatus.OPEN);

            // When
            baseline.closeAt(DOSE_ENDED);

            // Then
            assertThat(baseline.statusAt(DOSE_ENDED.plusMillis(1))).isEqualTo(AssessmentStatus.MISSED);
        }

        @Test
        void takesNothingAfterTheFirstDoseEvenWhenComplete() {
            // Given
            Assessment baseline = planned(TimePoint.BASELINE, Window.openFrom(DOSE_ENDED.minus(Duration.ofDays(30))));
            baseline.answer(OASIS, UUID.randomUUID(), true, DOSE_ENDED.minus(Duration.ofDays(2)));
            baseline.closeAt(DOSE_ENDED);

            // Then
            assertThat(catchThrowableOfType(
                            AssessmentRefusal.WindowClosed.class,
                            () -> baseline.admit(OASIS, BATTERY, DOSE_ENDED.plusSeconds(1))))
                    .isNotNull();
            assertThat(baseline.statusAt(DOSE_ENDED.plusSeconds(1))).isEqualTo(AssessmentStatus.COMPLETED);
        }
    }

    @Nested
    class OfARecordThatEnded {

        @Test
        void isCancelledTakesNoAnswerAndIsNeverMissed() {
            // Given
            Assessment assessment = theDayAfter();
            Instant open = DOSE_ENDED.plus(Duration.ofHours(20));

            // When
            assessment.cancel(open);

            // Then
            assertThat(assessment.statusAt(open)).isEqualTo(AssessmentStatus.CANCELLED);
            assertThat(assessment.missIfOver(DOSE_ENDED.plus(Duration.ofHours(40)))).isFalse();
            assertThat(assessment.statusAt(DOSE_ENDED.plus(Duration.ofHours(40)))).isEqualTo(AssessmentStatus.CANCELLED);
            assertThat(catchThrowableOfType(
                                    AssessmentRefusal.WindowClosed.class, () -> assessment.admit(OASIS, BATTERY, open))
                            .closedAt())
                    .isEqualTo(open);
        }

        @Test
        void staysWhatItWasWhenItWasComplete() {
            // Given
            Assessment assessment = theDayAfter();
            assessment.answer(OASIS, UUID.randomUUID(), true, DOSE_ENDED.plus(Duration.ofHours(20)));

            // When
            assessment.cancel(DOSE_ENDED.plus(Duration.ofHours(21)));

            // Then
            assertThat(assessment.statusAt(DOSE_ENDED.plus(Duration.ofHours(22)))).isEqualTo(AssessmentStatus.COMPLETED);
            assertThat(assessment.cancelledAt()).isEmpty();
        }
    }

    private static Assessment theDayAfter() {
        return planned(
                TimePoint.H24,
                new WindowRule(Duration.ofHours(24), Duration.ofHours(16), Duration.ofHours(36), Optional.empty())
                        .around(DOSE_ENDED));
    }

    private static Assessment planned(TimePoint timePoint, Window window) {
        return Assessment.plan(
                new AssessmentId(UUID.randomUUID()),
                new PatientId(UUID.randomUUID()),
                timePoint,
                UUID.randomUUID(),
                window,
                List.of(OASIS));
    }
}
