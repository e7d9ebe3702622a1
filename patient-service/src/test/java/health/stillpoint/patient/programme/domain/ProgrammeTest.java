package health.stillpoint.patient.programme.domain;

import static health.stillpoint.patient.programme.domain.ProgrammeFact.TimePoint.EOC;
import static health.stillpoint.patient.programme.domain.ProgrammeFact.TimePoint.FU_12M;
import static health.stillpoint.patient.programme.domain.ProgrammeFact.TimePoint.FU_1M;
import static health.stillpoint.patient.programme.domain.ProgrammeFact.TimePoint.FU_3M;
import static health.stillpoint.patient.programme.domain.ProgrammeFact.TimePoint.FU_6M;
import static health.stillpoint.patient.programme.domain.ProgrammeFact.Verdict.ACCEPTED;
import static health.stillpoint.patient.programme.domain.ProgrammeFact.Verdict.ACCEPTED_WITH_CONDITIONS;
import static health.stillpoint.patient.programme.domain.ProgrammeFact.Verdict.DECLINED;
import static health.stillpoint.patient.programme.domain.ProgrammeFact.Verdict.DEFERRED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import health.stillpoint.patient.fixtures.Limits;
import health.stillpoint.patient.patients.domain.ProgrammeState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProgrammeTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final UUID SCREENING = UUID.randomUUID();
    private static final UUID DECISION = UUID.randomUUID();
    private static final UUID CONSENT = UUID.randomUUID();
    private static final UUID COURSE = UUID.randomUUID();
    private static final UUID SECOND_COURSE = UUID.randomUUID();
    private static final UUID HOLD = UUID.randomUUID();
    private static final Instant SCREENED = NOON.minus(Duration.ofDays(5));
    private static final Instant PLANNED = NOON;
    private static final Instant COMPLETED = NOON.plus(Duration.ofDays(50));
    private static final Instant PLANNED_LATER = NOON.plus(Duration.ofDays(70));
    private static final ProgrammeFact.Farewell NOTHING_DONE = new ProgrammeFact.Farewell(false, false);
    private static final ProgrammeFact.Farewell ALL_DONE = new ProgrammeFact.Farewell(true, true);

    @Test
    void goesStepByStepFromReferralToACompletedCourse() {
        Programme programme = inPreparation();

        note(programme, new ProgrammeFact.PreparationCompleted(UUID.randomUUID()));
        note(programme, new ProgrammeFact.BaselineCompleted());
        assertThat(programme.state()).isEqualTo(ProgrammeState.PREPARATION);
        note(programme, new ProgrammeFact.CoursePlanned(COURSE, false, PLANNED));
        assertThat(programme.state()).isEqualTo(ProgrammeState.IN_COURSE);
        note(programme, new ProgrammeFact.CourseCompleted(COURSE));

        assertThat(programme.state()).isEqualTo(ProgrammeState.COURSE_COMPLETE);
    }

    @Test
    void recordsEveryStepIncludingTheDecisionItself() {
        Programme programme = inReview();

        List<Transition> steps = programme.note(
                new ProgrammeFact.CandidacyDecided(DECISION, ACCEPTED, false, List.of("CRITERIA_MET"), SCREENED), NOON);

        assertThat(steps).extracting(Transition::to).containsExactly(ProgrammeState.ACCEPTED, ProgrammeState.CONSENT);
        assertThat(steps).allSatisfy(step -> assertThat(step.reasonCodes()).isNotEmpty());
    }

    @RepeatedTest(60)
    void endsInTheSameStateInWhateverOrderFactsArrive(RepetitionInfo repetition) {
        // Given: a course, its end-of-course battery, a hold that was cleared, and maintenance of the response
        UUID maintenance = UUID.randomUUID();
        List<ProgrammeFact> facts = new ArrayList<>(List.of(
                new ProgrammeFact.PreparationCompleted(UUID.randomUUID()),
                new ProgrammeFact.BaselineCompleted(),
                new ProgrammeFact.CoursePlanned(COURSE, false, PLANNED),
                new ProgrammeFact.CourseCompleted(COURSE),
                new ProgrammeFact.HoldPlaced(HOLD, "H_BP"),
                new ProgrammeFact.HoldCleared(HOLD, "H_BP"),
                assessed(EOC, "LSAS_SR", true),
                new ProgrammeFact.AssessmentMissed(EOC, COMPLETED.minus(Duration.ofDays(100))),
                new ProgrammeFact.CoursePlanned(maintenance, true, PLANNED_LATER)));
        shuffle(facts, repetition);
        Programme programme = inPreparation();

        // When
        facts.forEach(fact -> note(programme, fact));
        facts.forEach(fact -> note(programme, fact)); // and all of them once more

        // Then
        assertThat(programme.state()).isEqualTo(ProgrammeState.MAINTENANCE);
    }

    @RepeatedTest(60)
    void isSuspendedInWhateverOrderAHoldThatStandsIsHeardOf(RepetitionInfo repetition) {
        List<ProgrammeFact> facts = new ArrayList<>(List.of(
                new ProgrammeFact.PreparationCompleted(UUID.randomUUID()),
                new ProgrammeFact.BaselineCompleted(),
                new ProgrammeFact.CoursePlanned(COURSE, false, PLANNED),
                new ProgrammeFact.HoldPlaced(HOLD, "H_BP")));
        shuffle(facts, repetition);
        Programme programme = inPreparation();

        facts.forEach(fact -> note(programme, fact));

        assertThat(programme.state()).isEqualTo(ProgrammeState.SUSPENDED);
        assertThat(programme.unmet()).containsExactly("HOLDS_CLEARED");
        note(programme, new ProgrammeFact.HoldCleared(HOLD, "H_BP"));
        assertThat(programme.state()).isEqualTo(ProgrammeState.IN_COURSE);
    }

    @Test
    void isSuspendedByAHoldOfAnotherRecordOfThePersonUnlessItWasCleared() {
        UUID open = UUID.randomUUID();
        Programme programme = inPreparation();
        note(programme, new ProgrammeFact.HoldCleared(HOLD, "H_BP"));

        note(programme, new ProgrammeFact.HoldsTakenOver(Set.of(HOLD), Set.of()));
        assertThat(programme.state()).isEqualTo(ProgrammeState.PREPARATION);
        note(programme, new ProgrammeFact.HoldsTakenOver(Set.of(open), Set.of()));

        assertThat(programme.state()).isEqualTo(ProgrammeState.SUSPENDED);
        note(programme, new ProgrammeFact.HoldsTakenOver(Set.of(), Set.of(open)));
        assertThat(programme.state()).isEqualTo(ProgrammeState.PREPARATION);
    }

    @RepeatedTest(60)
    void isNotHeldUpByAHoldOnceTheCourseIsCompletedWhicheverIsHeardFirst(RepetitionInfo repetition) {
        List<ProgrammeFact> facts = new ArrayList<>(List.of(
                new ProgrammeFact.PreparationCompleted(UUID.randomUUID()),
                new ProgrammeFact.BaselineCompleted(),
                new ProgrammeFact.CoursePlanned(COURSE, false, PLANNED),
                new ProgrammeFact.CourseCompleted(COURSE),
                new ProgrammeFact.HoldPlaced(HOLD, "H_BP")));
        shuffle(facts, repetition);
        Programme programme = inPreparation();

        facts.forEach(fact -> note(programme, fact));

        assertThat(programme.state()).isEqualTo(ProgrammeState.COURSE_COMPLETE);
    }

    @RepeatedTest(60)
    void relapsesFromMaintenanceInWhateverOrderFactsArrive(RepetitionInfo repetition) {
        List<ProgrammeFact> facts = new ArrayList<>(List.of(
                new ProgrammeFact.CoursePlanned(UUID.randomUUID(), true, PLANNED_LATER),
                assessed(EOC, "LSAS_SR", true),
                new ProgrammeFact.HoldPlaced(HOLD, "H_BP"),
                new ProgrammeFact.CoursePlanned(SECOND_COURSE, false, PLANNED_LATER.plusSeconds(60)),
                new ProgrammeFact.CourseCompleted(SECOND_COURSE)));
        shuffle(facts, repetition);
        Programme programme = courseCompleted();

        facts.forEach(fact -> note(programme, fact));

        assertThat(programme.state()).isEqualTo(ProgrammeState.COURSE_COMPLETE);
        assertThat(programme.unmet()).containsExactly("END_OF_COURSE_ASSESSED");
    }

    private static void shuffle(List<ProgrammeFact> facts, RepetitionInfo repetition) {
        Collections.shuffle(facts, new Random(repetition.getCurrentRepetition()));
    }

    @Test
    void saysByWhichVerdictItWasAccepted() {
        Programme programme = inReview();

        List<Transition> steps = programme.note(decided(ACCEPTED_WITH_CONDITIONS, SCREENED), NOON);

        assertThat(steps).extracting(Transition::to)
                .containsExactly(ProgrammeState.ACCEPTED_WITH_CONDITIONS, ProgrammeState.CONSENT);
        assertThat(programme.note(decided(ACCEPTED, SCREENED), NOON)).isEmpty();
        assertThat(programme.note(decided(ACCEPTED_WITH_CONDITIONS, SCREENED), NOON)).isEmpty();
    }

    @Test
    void goesOnFromWhatWasStored() {
        Programme programme = inCourse();
        note(programme, new ProgrammeFact.HoldPlaced(HOLD, "H_BP"));

        Programme stored = new Programme(programme.state(), programme.before(), programme.facts().copy(), Limits.PROGRAMME);
        note(stored, new ProgrammeFact.HoldCleared(HOLD, "H_BP"));

        assertThat(stored.state()).isEqualTo(ProgrammeState.IN_COURSE);
        assertThat(stored.before()).isNull();
        assertThat(programme.state()).isEqualTo(ProgrammeState.SUSPENDED);
        assertThat(programme.before()).isEqualTo(ProgrammeState.IN_COURSE);
    }

    @Nested
    class InPreparation {

        @Test
        void namesOnlyWhatIsStillToBeDone() {
            Programme programme = inPreparation();
            assertThat(programme.unmet()).containsExactly("PREPARATION_SESSIONS", "BASELINE_COMPLETED", "COURSE_PLANNED");

            note(programme, new ProgrammeFact.PreparationCompleted(UUID.randomUUID()));

            assertThat(programme.unmet()).containsExactly("BASELINE_COMPLETED", "COURSE_PLANNED");
        }

        @Test
        void isLeftByANewDecisionThatDoesNotAccept() {
            Programme deferred = inPreparation();
            Programme declined = inPreparation();

            note(deferred, decided(DEFERRED, SCREENED));
            note(declined, decided(DECLINED, SCREENED));

            assertThat(deferred.state()).isEqualTo(ProgrammeState.DEFERRED);
            assertThat(declined.state()).isEqualTo(ProgrammeState.DECLINED);
        }

        @Test
        void isNotLeftWhenAnotherConsentEnds() {
            Programme programme = inPreparation();

            note(programme, new ProgrammeFact.ConsentLapsed(UUID.randomUUID(), List.of("REPLACED")));

            assertThat(programme.state()).isEqualTo(ProgrammeState.PREPARATION);
        }

        @Test
        void waitsForTwoSessionsWhenTheStartIsLow() {
            Programme programme = inReview();
            note(programme, new ProgrammeFact.CandidacyDecided(DECISION, ACCEPTED, true, List.of("LOW_START"), SCREENED));
            note(programme, new ProgrammeFact.ConsentGranted(CONSENT));
            note(programme, new ProgrammeFact.BaselineCompleted());
            note(programme, new ProgrammeFact.CoursePlanned(COURSE, false, PLANNED));

            note(programme, new ProgrammeFact.PreparationCompleted(UUID.randomUUID()));
            assertThat(programme.state()).isEqualTo(ProgrammeState.PREPARATION);
            assertThat(programme.unmet()).containsExactly("PREPARATION_SESSIONS");
            note(programme, new ProgrammeFact.PreparationCompleted(UUID.randomUUID()));

            assertThat(programme.state()).isEqualTo(ProgrammeState.IN_COURSE);
        }

        @Test
        void countsASessionOnceHoweverOftenItIsTold() {
            Programme programme = inReview();
            note(programme, new ProgrammeFact.CandidacyDecided(DECISION, ACCEPTED, true, List.of("LOW_START"), SCREENED));
            note(programme, new ProgrammeFact.ConsentGranted(CONSENT));
            UUID session = UUID.randomUUID();

            note(programme, new ProgrammeFact.PreparationCompleted(session));
            note(programme, new ProgrammeFact.PreparationCompleted(session));

            assertThat(programme.unmet()).contains("PREPARATION_SESSIONS");
        }

        @Test
        void goesBackToScreeningWhenTheDecisionEnds() {
            Programme programme = inPreparation();

            note(programme, new ProgrammeFact.CandidacyEnded(DECISION, List.of("OUT_OF_DATE")));

            assertThat(programme.state()).isEqualTo(ProgrammeState.SCREENING);
        }

        @ParameterizedTest(name = "decided anew: {0}")
        @CsvSource({"ACCEPTED, PREPARATION", "DEFERRED, DEFERRED", "DECLINED, DECLINED"})
        void goesOnFromScreeningWhenItIsDecidedAnewOnTheScreeningThatStillHolds(
                ProgrammeFact.Verdict verdict, ProgrammeState expected) {
            Programme programme = inPreparation();
            note(programme, new ProgrammeFact.CandidacyEnded(DECISION, List.of("SERIOUS_ADVERSE_EVENT")));

            List<Transition> steps = programme.note(new ProgrammeFact.CandidacyDecided(
                    UUID.randomUUID(), verdict, false, List.of("CRITERIA_MET"), SCREENED), NOON);

            assertThat(steps.getFirst().to()).isEqualTo(ProgrammeState.CANDIDACY_REVIEW);
            assertThat(programme.state()).isEqualTo(expected);
        }

        @Test
        void goesOnToReviewWhenANewScreeningEndedTheDecision() {
            Programme programme = inPreparation();

            note(programme, new ProgrammeFact.Screened(UUID.randomUUID(), true));
            note(programme, new ProgrammeFact.CandidacyEnded(DECISION, List.of("SCR_PHEO")));

            assertThat(programme.state()).isEqualTo(ProgrammeState.CANDIDACY_REVIEW);
        }

        @Test
        void goesBackToConsentWhenConsentLapses() {
            Programme programme = inPreparation();

            List<Transition> steps = programme.note(new ProgrammeFact.ConsentLapsed(CONSENT, List.of("PREGNANCY")), NOON);

            assertThat(programme.state()).isEqualTo(ProgrammeState.CONSENT);
            assertThat(steps.getFirst().reasonCodes()).containsExactly("CONSENT_LAPSED", "PREGNANCY");
        }
    }

    @Nested
    class InCourse {

        @Test
        void isSuspendedByAHoldAndComesBackWhenAllHoldsAreCleared() {
            Programme programme = inCourse();
            UUID other = UUID.randomUUID();

            List<Transition> steps = programme.note(new ProgrammeFact.HoldPlaced(HOLD, "H_BP"), NOON);
            assertThat(steps.getFirst().reasonCodes()).containsExactly("HOLD_PLACED");
            note(programme, new ProgrammeFact.HoldPlaced(other, "H_CSSRS"));
            note(programme, new ProgrammeFact.HoldCleared(HOLD, "H_BP"));
            assertThat(programme.state()).isEqualTo(ProgrammeState.SUSPENDED);
            note(programme, new ProgrammeFact.HoldCleared(other, "H_CSSRS"));

            assertThat(programme.state()).isEqualTo(ProgrammeState.IN_COURSE);
        }

        @Test
        void stopsWhenConsentIsWithdrawn() {
            Programme programme = inCourse();

            note(programme, new ProgrammeFact.ConsentWithdrawn(CONSENT));

            assertThat(programme.state()).isEqualTo(ProgrammeState.STOPPED);
        }

        @Test
        void goesOnWhenAnotherConsentIsWithdrawn() {
            Programme programme = inCourse();

            note(programme, new ProgrammeFact.ConsentWithdrawn(UUID.randomUUID()));

            assertThat(programme.state()).isEqualTo(ProgrammeState.IN_COURSE);
        }

        @Test
        void stopsWhenAContraindicationIsFound() {
            Programme programme = inCourse();

            note(programme, new ProgrammeFact.CandidacyDecided(UUID.randomUUID(), DECLINED, false, List.of("SCR_PHEO"), SCREENED));

            assertThat(programme.state()).isEqualTo(ProgrammeState.STOPPED);
        }

        @Test
        void isSuspendedWhileTheDecisionDefers() {
            Programme programme = inCourse();

            List<Transition> steps = programme.note(decided(DEFERRED, SCREENED), NOON);
            assertThat(programme.state()).isEqualTo(ProgrammeState.SUSPENDED);
            assertThat(steps.getFirst().reasonCodes()).containsExactly("CANDIDACY_DEFERRED");
            note(programme, new ProgrammeFact.CandidacyDecided(UUID.randomUUID(), ACCEPTED, false, List.of("CRITERIA_MET"), SCREENED));

            assertThat(programme.state()).isEqualTo(ProgrammeState.IN_COURSE);
        }
    }

    @Nested
    class WithoutWhatPermitsADose {

        @Test
        void isSuspendedWhenTheDecisionEndsDuringACourseAndComesBackWithANewOne() {
            Programme programme = inCourse();

            List<Transition> steps = programme.note(
                    new ProgrammeFact.CandidacyEnded(DECISION, List.of("SERIOUS_ADVERSE_EVENT")), NOON);
            assertThat(steps).extracting(Transition::to).containsExactly(ProgrammeState.SUSPENDED);
            assertThat(steps.getFirst().reasonCodes()).containsExactly("CANDIDACY_ENDED");
            assertThat(programme.unmet()).containsExactly("CANDIDACY_DECISION");
            note(programme, decided(ACCEPTED, SCREENED));

            assertThat(programme.state()).isEqualTo(ProgrammeState.IN_COURSE);
        }

        @Test
        void isSuspendedWhenConsentLapsesDuringACourseAndComesBackWithANewOne() {
            Programme programme = inCourse();

            List<Transition> steps = programme.note(new ProgrammeFact.ConsentLapsed(CONSENT, List.of("EXPIRED")), NOON);
            assertThat(steps.getFirst().reasonCodes()).containsExactly("CONSENT_ENDED");
            assertThat(programme.unmet()).containsExactly("CONSENT_SIGNED");
            note(programme, new ProgrammeFact.ConsentGranted(UUID.randomUUID()));

            assertThat(programme.state()).isEqualTo(ProgrammeState.IN_COURSE);
        }

        @Test
        void isStoppedFromASuspensionByADecisionThatDeclines() {
            Programme programme = inCourse();
            note(programme, new ProgrammeFact.HoldPlaced(HOLD, "H_BP"));

            note(programme, decided(DECLINED, SCREENED));

            assertThat(programme.state()).isEqualTo(ProgrammeState.STOPPED);
        }

        @Test
        void doesNotTakeAConsentThatEndedBeforeItWasHeardOf() {
            Programme programme = inReview();
            note(programme, decided(ACCEPTED, SCREENED));
            note(programme, new ProgrammeFact.ConsentWithdrawn(CONSENT));

            note(programme, new ProgrammeFact.ConsentGranted(CONSENT));

            assertThat(programme.state()).isEqualTo(ProgrammeState.CONSENT);
        }
    }

    @Nested
    class CourseEnded {

        @RepeatedTest(60)
        void isAsIfNeverPlannedWhenNoDoseWasGivenInWhateverOrderFactsArrive(RepetitionInfo repetition) {
            List<ProgrammeFact> facts = new ArrayList<>(List.of(
                    new ProgrammeFact.PreparationCompleted(UUID.randomUUID()),
                    new ProgrammeFact.BaselineCompleted(),
                    new ProgrammeFact.CoursePlanned(COURSE, false, PLANNED),
                    new ProgrammeFact.CourseEnded(COURSE, false),
                    new ProgrammeFact.HoldPlaced(HOLD, "H_BP"),
                    new ProgrammeFact.HoldCleared(HOLD, "H_BP")));
            shuffle(facts, repetition);
            Programme programme = inPreparation();

            facts.forEach(fact -> note(programme, fact));
            facts.forEach(fact -> note(programme, fact));

            assertThat(programme.state()).isEqualTo(ProgrammeState.PREPARATION);
            assertThat(programme.unmet()).containsExactly("COURSE_PLANNED");
            assertThat(programme.isCourseOpen()).isFalse();
        }

        @RepeatedTest(60)
        void isFollowedUpWhenItWasStoppedAfterADoseInWhateverOrderFactsArrive(RepetitionInfo repetition) {
            List<ProgrammeFact> facts = new ArrayList<>(List.of(
                    new ProgrammeFact.PreparationCompleted(UUID.randomUUID()),
                    new ProgrammeFact.BaselineCompleted(),
                    new ProgrammeFact.CoursePlanned(COURSE, false, PLANNED),
                    new ProgrammeFact.CourseEnded(COURSE, true),
                    new ProgrammeFact.HoldPlaced(HOLD, "H_BP")));
            shuffle(facts, repetition);
            Programme programme = inPreparation();

            facts.forEach(fact -> note(programme, fact));

            assertThat(programme.state()).isEqualTo(ProgrammeState.FOLLOW_UP);
            assertThat(programme.unmet()).contains("FU_1M_ASSESSED").doesNotContain("CANDIDACY_DECISION");
            assertThat(programme.isCourseOpen()).isFalse();
        }

        @Test
        void leadsBackToFollowUpWhenItTreatedARelapseAndNeverBegan() {
            Programme programme = courseComplete();
            note(programme, new ProgrammeFact.CoursePlanned(SECOND_COURSE, false, PLANNED_LATER));
            assertThat(programme.state()).isEqualTo(ProgrammeState.IN_COURSE);

            note(programme, new ProgrammeFact.CourseEnded(SECOND_COURSE, false));

            assertThat(programme.state()).isEqualTo(ProgrammeState.FOLLOW_UP);
        }

        @Test
        void leadsBackToMaintenanceWhenItTreatedARelapseAndNeverBegan() {
            Programme programme = courseComplete();
            note(programme, new ProgrammeFact.CoursePlanned(UUID.randomUUID(), true, PLANNED_LATER));
            note(programme, new ProgrammeFact.CoursePlanned(SECOND_COURSE, false, PLANNED_LATER.plusSeconds(1)));
            assertThat(programme.state()).isEqualTo(ProgrammeState.IN_COURSE);

            note(programme, new ProgrammeFact.CourseEnded(SECOND_COURSE, false));

            assertThat(programme.state()).isEqualTo(ProgrammeState.MAINTENANCE);
        }

        @RepeatedTest(20)
        void ofMaintenanceThatNeverBeganLeavesTheCourseComplete(RepetitionInfo repetition) {
            UUID maintenance = UUID.randomUUID();
            List<ProgrammeFact> facts = new ArrayList<>(List.of(
                    assessed(EOC, "LSAS_SR", true),
                    new ProgrammeFact.CoursePlanned(maintenance, true, PLANNED_LATER),
                    new ProgrammeFact.CourseEnded(maintenance, false)));
            shuffle(facts, repetition);
            Programme programme = courseCompleted();

            facts.forEach(fact -> note(programme, fact));

            assertThat(programme.state()).isEqualTo(ProgrammeState.COURSE_COMPLETE);
        }

        @Test
        void doesNotMakeMaintenanceEarly() {
            Programme programme = courseComplete();
            note(programme, new ProgrammeFact.CourseEnded(SECOND_COURSE, false));
            note(programme, new ProgrammeFact.CoursePlanned(UUID.randomUUID(), true, PLANNED_LATER.plusSeconds(1)));

            note(programme, new ProgrammeFact.CoursePlanned(SECOND_COURSE, false, PLANNED_LATER));

            assertThat(programme.state()).isEqualTo(ProgrammeState.MAINTENANCE);
        }

        @Test
        void ofAnotherCourseChangesNothing() {
            Programme programme = inCourse();

            note(programme, new ProgrammeFact.CourseEnded(SECOND_COURSE, true));

            assertThat(programme.state()).isEqualTo(ProgrammeState.IN_COURSE);
            assertThat(programme.isCourseOpen()).isTrue();
        }

        @Test
        void isSaidOfACourseThatWasCompleted() {
            assertThat(courseCompleted().isCourseOpen()).isFalse();
        }

        @Test
        void isNotSaidOfACoursePlannedBeforeTheDecisionEnded() {
            Programme programme = inPreparation();
            note(programme, new ProgrammeFact.CoursePlanned(COURSE, false, PLANNED));

            note(programme, new ProgrammeFact.CandidacyEnded(DECISION, List.of("OUT_OF_DATE")));

            assertThat(programme.state()).isEqualTo(ProgrammeState.SCREENING);
            assertThat(programme.isCourseOpen()).isTrue();
        }
    }

    @Nested
    class CourseComplete {

        @Test
        void waitsForTheEndOfCourseBattery() {
            Programme programme = courseCompleted();
            note(programme, new ProgrammeFact.CoursePlanned(UUID.randomUUID(), true, PLANNED_LATER));

            assertThat(programme.state()).isEqualTo(ProgrammeState.COURSE_COMPLETE);
            assertThat(programme.unmet()).containsExactly("END_OF_COURSE_ASSESSED");
            note(programme, assessed(EOC, "LSAS_SR", true));

            assertThat(programme.state()).isEqualTo(ProgrammeState.MAINTENANCE);
        }

        @Test
        void isNotAssessedByAnotherInstrumentNorBeforeTheCourse() {
            Programme programme = courseCompleted();

            note(programme, assessed(EOC, "GAD7", true));
            note(programme, new ProgrammeFact.Assessed(EOC, "LSAS_SR", true, PLANNED));
            note(programme, new ProgrammeFact.AssessmentMissed(EOC, PLANNED));

            assertThat(programme.unmet()).containsExactly("END_OF_COURSE_ASSESSED");
        }

        @Test
        void isLeftWhenTheWindowOfTheBatteryHasPassed() {
            Programme programme = courseCompleted();

            note(programme, new ProgrammeFact.AssessmentMissed(EOC, COMPLETED));
            note(programme, new ProgrammeFact.FollowUpBegun("TREATMENT_COMPLETED", NOTHING_DONE));

            assertThat(programme.state()).isEqualTo(ProgrammeState.FOLLOW_UP);
        }

        @Test
        void isNotLeftForFollowUpBeforeItUnlessThePatientIsGone() {
            Programme programme = courseCompleted();

            var refusal = catchThrowableOfType(ProgrammeRefusal.GuardUnmet.class,
                    () -> note(programme, new ProgrammeFact.FollowUpBegun("TREATMENT_COMPLETED", NOTHING_DONE)));
            assertThat(refusal.unmet()).containsExactly("END_OF_COURSE_ASSESSED");
            note(programme, new ProgrammeFact.FollowUpBegun("LOST_TO_FOLLOW_UP", NOTHING_DONE));

            assertThat(programme.state()).isEqualTo(ProgrammeState.FOLLOW_UP);
        }

        @Test
        void goesByTheLaterAnswerInWhateverOrderTheyAreHeard() {
            Programme better = courseCompleted();
            note(better, assessed(EOC, "LSAS_SR", true));
            note(better, new ProgrammeFact.Assessed(EOC, "LSAS_SR", false, COMPLETED.minusSeconds(1)));
            Programme worse = courseCompleted();
            note(worse, assessed(EOC, "LSAS_SR", true));
            note(worse, new ProgrammeFact.Assessed(EOC, "LSAS_SR", false, COMPLETED.plusSeconds(1)));

            List.of(better, worse).forEach(programme ->
                    note(programme, new ProgrammeFact.CoursePlanned(UUID.randomUUID(), true, PLANNED_LATER)));

            assertThat(better.state()).isEqualTo(ProgrammeState.MAINTENANCE);
            assertThat(worse.state()).isEqualTo(ProgrammeState.COURSE_COMPLETE);
            assertThat(worse.unmet()).isEmpty();
        }

        @Test
        void goesByTheLaterWindowThatPassedInWhateverOrderTheyAreHeard() {
            Programme forward = courseCompleted();
            note(forward, new ProgrammeFact.AssessmentMissed(EOC, PLANNED.minusSeconds(1)));
            note(forward, new ProgrammeFact.AssessmentMissed(EOC, COMPLETED));
            Programme backward = courseCompleted();
            note(backward, new ProgrammeFact.AssessmentMissed(EOC, COMPLETED));
            note(backward, new ProgrammeFact.AssessmentMissed(EOC, PLANNED.minusSeconds(1)));

            assertThat(forward.unmet()).isEmpty();
            assertThat(backward.unmet()).isEmpty();
        }

        @Test
        void isNotFollowedByACoursePlannedBeforeTheOneThatEnded() {
            Programme programme = courseComplete();

            note(programme, new ProgrammeFact.CoursePlanned(UUID.randomUUID(), false, PLANNED.minusSeconds(1)));

            assertThat(programme.state()).isEqualTo(ProgrammeState.COURSE_COMPLETE);
        }

        @Test
        void isNotFollowedByMaintenanceWithoutAResponse() {
            Programme programme = courseCompleted();
            note(programme, assessed(EOC, "LSAS_SR", false));

            note(programme, new ProgrammeFact.CoursePlanned(UUID.randomUUID(), true, PLANNED_LATER));

            assertThat(programme.state()).isEqualTo(ProgrammeState.COURSE_COMPLETE);
            assertThat(programme.unmet()).isEmpty();
        }
    }

    @Nested
    class Afterwards {

        @Test
        void goesToMaintenanceWhenMaintenanceIsPlanned() {
            Programme programme = courseComplete();

            note(programme, new ProgrammeFact.CoursePlanned(UUID.randomUUID(), true, PLANNED_LATER));

            assertThat(programme.state()).isEqualTo(ProgrammeState.MAINTENANCE);
            assertThat(programme.unmet()).isEmpty();
        }

        @Test
        void comesBackIntoCourseOnRelapseByWayOfFollowUp() {
            Programme programme = courseComplete();

            List<Transition> steps = programme.note(new ProgrammeFact.CoursePlanned(UUID.randomUUID(), false, PLANNED_LATER), NOON);

            assertThat(steps).extracting(Transition::to)
                    .containsExactly(ProgrammeState.FOLLOW_UP, ProgrammeState.IN_COURSE);
        }

        @Test
        void comesBackFromMaintenanceOnRelapse() {
            Programme programme = courseComplete();
            note(programme, new ProgrammeFact.CoursePlanned(UUID.randomUUID(), true, PLANNED_LATER));

            note(programme, new ProgrammeFact.CoursePlanned(UUID.randomUUID(), false, PLANNED_LATER.plusSeconds(1)));

            assertThat(programme.state()).isEqualTo(ProgrammeState.IN_COURSE);
        }

        @ParameterizedTest(name = "maintenance heard of first: {0}")
        @ValueSource(booleans = {true, false})
        void treatsFirstWhatWasPlannedFirst(boolean maintenanceFirst) {
            Programme programme = courseComplete();
            List<ProgrammeFact> plans = new ArrayList<>(List.of(
                    new ProgrammeFact.CoursePlanned(UUID.randomUUID(), true, PLANNED_LATER.plusSeconds(1)),
                    new ProgrammeFact.CoursePlanned(SECOND_COURSE, false, PLANNED_LATER)));

            (maintenanceFirst ? plans : plans.reversed()).forEach(plan -> note(programme, plan));
            assertThat(programme.state()).isEqualTo(ProgrammeState.IN_COURSE);
            note(programme, new ProgrammeFact.CourseCompleted(SECOND_COURSE));
            note(programme, new ProgrammeFact.Assessed(EOC, "LSAS_SR", true, PLANNED_LATER.plusSeconds(2)));

            assertThat(programme.state()).isEqualTo(ProgrammeState.MAINTENANCE);
        }

        @ParameterizedTest(name = "maintenance heard of first: {0}")
        @ValueSource(booleans = {true, false})
        void reviewsARelapsePlannedBeforeMaintenance(boolean maintenanceFirst) {
            Programme programme = courseComplete();
            Instant late = SCREENED.plus(Duration.ofDays(91));
            List<ProgrammeFact> plans = new ArrayList<>(List.of(
                    new ProgrammeFact.CoursePlanned(UUID.randomUUID(), true, late.plusSeconds(1)),
                    new ProgrammeFact.CoursePlanned(SECOND_COURSE, false, late)));

            (maintenanceFirst ? plans : plans.reversed()).forEach(plan -> note(programme, plan));

            assertThat(programme.state()).isEqualTo(ProgrammeState.FOLLOW_UP);
            assertThat(programme.unmet()).contains("CANDIDACY_DECISION");
        }

        @ParameterizedTest(name = "a relapse {0} days after the last screening ends in {1}")
        @CsvSource({"90, IN_COURSE", "91, FOLLOW_UP"})
        void needsANewReviewWhenTheLastScreeningIsOld(int days, ProgrammeState expected) {
            Programme programme = courseComplete();
            note(programme, new ProgrammeFact.FollowUpBegun("TREATMENT_COMPLETED", NOTHING_DONE));

            note(programme, new ProgrammeFact.CoursePlanned(UUID.randomUUID(), false, SCREENED.plus(Duration.ofDays(days))));

            assertThat(programme.state()).isEqualTo(expected);
        }

        @Test
        void comesBackOnceItIsReviewedAnew() {
            Programme programme = courseComplete();
            note(programme, new ProgrammeFact.FollowUpBegun("TREATMENT_COMPLETED", NOTHING_DONE));
            Instant later = SCREENED.plus(Duration.ofDays(200));
            note(programme, new ProgrammeFact.CoursePlanned(UUID.randomUUID(), false, later));
            assertThat(programme.unmet()).contains("CANDIDACY_DECISION");

            note(programme, decided(DEFERRED, later));
            assertThat(programme.state()).isEqualTo(ProgrammeState.FOLLOW_UP);
            note(programme, decided(ACCEPTED, later));

            assertThat(programme.state()).isEqualTo(ProgrammeState.IN_COURSE);
        }

        @Test
        void isClosedFromFollowUpWhenAllFollowUpsAreAnsweredOrMissed() {
            Programme programme = courseComplete();
            note(programme, new ProgrammeFact.FollowUpBegun("TREATMENT_COMPLETED", NOTHING_DONE));
            note(programme, assessed(FU_1M, "LSAS_SR", true));
            note(programme, new ProgrammeFact.AssessmentMissed(FU_3M, COMPLETED));
            note(programme, assessed(FU_6M, "LSAS_SR", false));

            var refusal = catchThrowableOfType(ProgrammeRefusal.GuardUnmet.class,
                    () -> note(programme, new ProgrammeFact.Closed("TREATMENT_COMPLETED", NOTHING_DONE)));
            assertThat(refusal.unmet()).containsExactly("FU_12M_ASSESSED");
            assertThat(programme.unmet()).containsExactly("FU_12M_ASSESSED");
            note(programme, assessed(FU_12M, "LSAS_SR", false));
            note(programme, new ProgrammeFact.Closed("TREATMENT_COMPLETED", NOTHING_DONE));

            assertThat(programme.state()).isEqualTo(ProgrammeState.CLOSED);
            assertThatThrownBy(() -> note(programme, new ProgrammeFact.StopDecided("PATIENT_WISH")))
                    .isInstanceOf(ProgrammeRefusal.StepNotAllowed.class);
        }

        @Test
        void owesTheFollowUpsAnewAfterMaintenance() {
            Programme programme = courseComplete();
            note(programme, assessed(FU_1M, "LSAS_SR", true));
            note(programme, new ProgrammeFact.CoursePlanned(UUID.randomUUID(), true, PLANNED_LATER));

            note(programme, new ProgrammeFact.FollowUpBegun("TREATMENT_COMPLETED", NOTHING_DONE));

            assertThat(programme.unmet()).contains("FU_1M_ASSESSED");
        }

        @Test
        void isClosedAtOnceWhenThePatientIsGone() {
            Programme programme = courseComplete();
            note(programme, new ProgrammeFact.FollowUpBegun("TREATMENT_COMPLETED", NOTHING_DONE));

            note(programme, new ProgrammeFact.Closed("MOVED_AWAY", NOTHING_DONE));

            assertThat(programme.state()).isEqualTo(ProgrammeState.CLOSED);
        }
    }

    @Nested
    class Stopped {

        @Test
        void isLeftOnlyWithAClosingNoteAndASafetyPlan() {
            Programme programme = inCourse();
            note(programme, new ProgrammeFact.StopDecided("PATIENT_WISH"));

            assertThat(programme.unmet()).containsExactly("CLOSING_NOTE", "SAFETY_PLAN");
            var refusal = catchThrowableOfType(ProgrammeRefusal.GuardUnmet.class,
                    () -> note(programme, new ProgrammeFact.FollowUpBegun("PATIENT_WISH", NOTHING_DONE)));
            assertThat(refusal.unmet()).containsExactly("CLOSING_NOTE", "SAFETY_PLAN");
            note(programme, new ProgrammeFact.FollowUpBegun("PATIENT_WISH", ALL_DONE));

            assertThat(programme.state()).isEqualTo(ProgrammeState.FOLLOW_UP);
        }

        @Test
        void isOverUntilFollowUpBegins() {
            Programme programme = inPreparation();
            assertThat(programme.isOver()).isFalse();

            note(programme, new ProgrammeFact.StopDecided("PATIENT_WISH"));
            assertThat(programme.isOver()).isTrue();
            note(programme, new ProgrammeFact.FollowUpBegun("PATIENT_WISH", ALL_DONE));
            assertThat(programme.isOver()).isFalse();
            note(programme, new ProgrammeFact.Closed("PATIENT_WISH", ALL_DONE));

            assertThat(programme.isOver()).isTrue();
        }

        @Test
        void followsNobodyUpWhoIsDead() {
            Programme programme = inPreparation();
            note(programme, new ProgrammeFact.StopDecided("DECEASED"));

            assertThatThrownBy(() -> note(programme, new ProgrammeFact.FollowUpBegun("DECEASED", ALL_DONE)))
                    .isInstanceOf(ProgrammeRefusal.StepNotAllowed.class);

            assertThat(programme.state()).isEqualTo(ProgrammeState.STOPPED);
            note(programme, new ProgrammeFact.FollowUpBegun("PATIENT_WISH", ALL_DONE));
            assertThat(programme.state()).as("stopped by mistake").isEqualTo(ProgrammeState.FOLLOW_UP);
        }

        @Test
        void doesNotGoOnWithACoursePlannedBeforeUntilItIsDecidedAnew() {
            Programme programme = inPreparation();
            note(programme, new ProgrammeFact.CoursePlanned(COURSE, false, PLANNED));
            note(programme, new ProgrammeFact.StopDecided("PATIENT_WISH"));
            note(programme, new ProgrammeFact.CandidacyEnded(DECISION, List.of("PROGRAMME_STOPPED")));
            assertThat(programme.state()).isEqualTo(ProgrammeState.STOPPED);

            note(programme, new ProgrammeFact.FollowUpBegun("PATIENT_WISH", ALL_DONE));
            assertThat(programme.state()).isEqualTo(ProgrammeState.FOLLOW_UP);
            assertThat(programme.unmet()).contains("CANDIDACY_DECISION", "PREPARATION_SESSIONS", "BASELINE_COMPLETED");
            note(programme, decided(ACCEPTED, SCREENED));

            assertThat(programme.state()).isEqualTo(ProgrammeState.FOLLOW_UP);
            assertThat(programme.unmet()).contains("PREPARATION_SESSIONS").doesNotContain("CANDIDACY_DECISION");
            note(programme, new ProgrammeFact.PreparationCompleted(UUID.randomUUID()));
            assertThat(programme.state()).isEqualTo(ProgrammeState.FOLLOW_UP);
            note(programme, new ProgrammeFact.BaselineCompleted());

            assertThat(programme.state()).isEqualTo(ProgrammeState.IN_COURSE);
        }

        @Test
        void needsNoSafetyPlanForTheDead() {
            Programme programme = inCourse();
            note(programme, new ProgrammeFact.StopDecided("DECEASED"));

            note(programme, new ProgrammeFact.Closed("DECEASED", new ProgrammeFact.Farewell(true, false)));

            assertThat(programme.state()).isEqualTo(ProgrammeState.CLOSED);
        }

        @Test
        void owesNoFollowUpBatteriesWithoutACourse() {
            Programme programme = inPreparation();
            note(programme, new ProgrammeFact.StopDecided("PATIENT_WISH"));
            note(programme, new ProgrammeFact.FollowUpBegun("PATIENT_WISH", ALL_DONE));

            note(programme, new ProgrammeFact.Closed("TREATMENT_COMPLETED", NOTHING_DONE));

            assertThat(programme.state()).isEqualTo(ProgrammeState.CLOSED);
        }
    }

    /** In-date rule of programme.md section 4. */
    @Nested
    class WhenTheScreeningIsOutOfDate {

        @Test
        void goesBackToScreeningFromWhereADecisionIsAwaited() {
            Programme review = inReview();
            Programme deferred = inReview();
            note(deferred, decided(DEFERRED, SCREENED));

            note(review, new ProgrammeFact.ScreeningOutOfDate());
            note(deferred, new ProgrammeFact.ScreeningOutOfDate());

            assertThat(List.of(review.state(), deferred.state())).containsOnly(ProgrammeState.SCREENING);
            note(review, new ProgrammeFact.Screened(UUID.randomUUID(), true));
            assertThat(review.state()).isEqualTo(ProgrammeState.CANDIDACY_REVIEW);
        }

        @Test
        void staysWhereNoneIs() {
            Programme declined = inReview();
            note(declined, decided(DECLINED, SCREENED));
            Programme course = inCourse();

            note(declined, new ProgrammeFact.ScreeningOutOfDate());
            note(course, new ProgrammeFact.ScreeningOutOfDate());

            assertThat(declined.state()).isEqualTo(ProgrammeState.DECLINED);
            assertThat(course.state()).isEqualTo(ProgrammeState.IN_COURSE);
        }

        @Test
        void goesBackFromReviewAlsoWhenANewOneLeavesRowsOpen() {
            Programme programme = inReview();

            note(programme, new ProgrammeFact.Screened(UUID.randomUUID(), false));

            assertThat(programme.state()).isEqualTo(ProgrammeState.SCREENING);
        }
    }

    @Nested
    class OnceDeferred {

        @Test
        void isReviewedAgainAfterANewScreening() {
            Programme programme = inReview();
            note(programme, new ProgrammeFact.CandidacyDecided(DECISION, DEFERRED, false, List.of("SEVERITY_LOW"), SCREENED));
            assertThat(programme.state()).isEqualTo(ProgrammeState.DEFERRED);

            List<Transition> steps = programme.note(new ProgrammeFact.Screened(UUID.randomUUID(), true), NOON);

            assertThat(steps).extracting(Transition::to, Transition::reasonCodes)
                    .containsExactly(tuple(ProgrammeState.CANDIDACY_REVIEW, List.of("SCREENED_AGAIN")));
        }

        @Test
        void goesBackToScreeningWhenTheNewOneIsNotComplete() {
            Programme programme = inReview();
            note(programme, decided(DEFERRED, SCREENED));

            note(programme, new ProgrammeFact.Screened(UUID.randomUUID(), false));

            assertThat(programme.state()).isEqualTo(ProgrammeState.SCREENING);
        }

        @Test
        void isNotMovedByTheEndOfAnotherDecision() {
            Programme programme = inPreparation();

            note(programme, new ProgrammeFact.CandidacyEnded(UUID.randomUUID(), List.of("OUT_OF_DATE")));

            assertThat(programme.state()).isEqualTo(ProgrammeState.PREPARATION);
            assertThat(programme.facts().isAccepted()).isTrue();
        }

        @Test
        void staysWhereTheSameVerdictComesAgain() {
            Programme deferred = inReview();
            note(deferred, decided(DEFERRED, SCREENED));
            Programme declined = inReview();
            note(declined, decided(DECLINED, SCREENED));
            assertThat(declined.state()).isEqualTo(ProgrammeState.DECLINED);

            assertThat(deferred.note(decided(DEFERRED, SCREENED), NOON)).isEmpty();
            assertThat(declined.note(decided(DECLINED, SCREENED), NOON)).isEmpty();
        }

        @Test
        void isNotFollowedUp() {
            Programme programme = inReview();
            note(programme, new ProgrammeFact.CandidacyDecided(DECISION, DEFERRED, false, List.of("SEVERITY_LOW"), SCREENED));

            var refusal = catchThrowableOfType(ProgrammeRefusal.StepNotAllowed.class,
                    () -> note(programme, new ProgrammeFact.FollowUpBegun("PATIENT_WISH", NOTHING_DONE)));

            assertThat(refusal.state()).isEqualTo(ProgrammeState.DEFERRED);
        }
    }

    @Test
    void staysInScreeningWhileRowsAreOpen() {
        Programme programme = Programme.referred(Limits.PROGRAMME);
        note(programme, new ProgrammeFact.IntakeOpened());
        assertThat(programme.state()).isEqualTo(ProgrammeState.INTAKE);
        note(programme, new ProgrammeFact.IntakeSigned("LSAS_SR"));

        note(programme, new ProgrammeFact.Screened(SCREENING, false));

        assertThat(programme.state()).isEqualTo(ProgrammeState.SCREENING);
    }

    private static Programme inReview() {
        Programme programme = Programme.referred(Limits.PROGRAMME);
        note(programme, new ProgrammeFact.IntakeSigned("LSAS_SR"));
        note(programme, new ProgrammeFact.Screened(SCREENING, true));
        return programme;
    }

    private static Programme inPreparation() {
        Programme programme = inReview();
        note(programme, new ProgrammeFact.CandidacyDecided(DECISION, ACCEPTED, false, List.of("CRITERIA_MET"), SCREENED));
        note(programme, new ProgrammeFact.ConsentGranted(CONSENT));
        return programme;
    }

    private static Programme inCourse() {
        Programme programme = inPreparation();
        note(programme, new ProgrammeFact.PreparationCompleted(UUID.randomUUID()));
        note(programme, new ProgrammeFact.BaselineCompleted());
        note(programme, new ProgrammeFact.CoursePlanned(COURSE, false, PLANNED));
        return programme;
    }

    /** The course is over, nothing is assessed yet. */
    private static Programme courseCompleted() {
        Programme programme = inCourse();
        note(programme, new ProgrammeFact.CourseCompleted(COURSE));
        return programme;
    }

    /** The course is over and showed a response. */
    private static Programme courseComplete() {
        Programme programme = courseCompleted();
        note(programme, assessed(EOC, "LSAS_SR", true));
        return programme;
    }

    private static ProgrammeFact assessed(ProgrammeFact.TimePoint point, String instrument, boolean responded) {
        return new ProgrammeFact.Assessed(point, instrument, responded, COMPLETED);
    }

    private static ProgrammeFact decided(ProgrammeFact.Verdict verdict, Instant screenedAt) {
        return new ProgrammeFact.CandidacyDecided(UUID.randomUUID(), verdict, false, List.of("CRITERIA_MET"), screenedAt);
    }

    private static void note(Programme programme, ProgrammeFact fact) {
        programme.note(fact, NOON);
    }
}
