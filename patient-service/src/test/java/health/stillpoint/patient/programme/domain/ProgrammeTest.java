package health.stillpoint.patient.programme.domain;

import static health.stillpoint.patient.programme.domain.ProgrammeFact.Verdict.ACCEPTED;
import static health.stillpoint.patient.programme.domain.ProgrammeFact.Verdict.DECLINED;
import static health.stillpoint.patient.programme.domain.ProgrammeFact.Verdict.DEFERRED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.stillpoint.patient.fixtures.Limits;
import health.stillpoint.patient.patients.domain.ProgrammeState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ProgrammeTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final UUID SCREENING = UUID.randomUUID();
    private static final UUID DECISION = UUID.randomUUID();
    private static final UUID CONSENT = UUID.randomUUID();
    private static final UUID COURSE = UUID.randomUUID();
    private static final UUID HOLD = UUID.randomUUID();

    @Test
    void goesStepByStepFromReferralToACompletedCourse() {
        Programme programme = inPreparation();

        note(programme, new ProgrammeFact.PreparationCompleted(UUID.randomUUID()));
        note(programme, new ProgrammeFact.BaselineCompleted());
        assertThat(programme.state()).isEqualTo(ProgrammeState.PREPARATION);
        note(programme, new ProgrammeFact.CoursePlanned(COURSE, false));
        assertThat(programme.state()).isEqualTo(ProgrammeState.IN_COURSE);
        note(programme, new ProgrammeFact.CourseCompleted(COURSE));

        assertThat(programme.state()).isEqualTo(ProgrammeState.COURSE_COMPLETE);
    }

    @Test
    void recordsEveryStepIncludingTheDecisionItself() {
        Programme programme = inReview();

        List<Transition> steps = programme.note(
                new ProgrammeFact.CandidacyDecided(DECISION, ACCEPTED, false, List.of("CRITERIA_MET")), NOON);

        assertThat(steps).extracting(Transition::to).containsExactly(ProgrammeState.ACCEPTED, ProgrammeState.CONSENT);
        assertThat(steps).allSatisfy(step -> assertThat(step.reasonCodes()).isNotEmpty());
    }

    @RepeatedTest(50)
    void endsInTheSameStateInWhateverOrderFactsArrive(RepetitionInfo repetition) {
        // Given
        List<ProgrammeFact> facts = new ArrayList<>(List.of(
                new ProgrammeFact.PreparationCompleted(UUID.randomUUID()),
                new ProgrammeFact.BaselineCompleted(),
                new ProgrammeFact.CoursePlanned(COURSE, false),
                new ProgrammeFact.CourseCompleted(COURSE),
                new ProgrammeFact.HoldPlaced(HOLD, "H_BP"),
                new ProgrammeFact.HoldCleared(HOLD, "H_BP")));
        Collections.shuffle(facts, new Random(repetition.getCurrentRepetition()));
        Programme programme = inPreparation();

        // When
        facts.forEach(fact -> note(programme, fact));
        facts.forEach(fact -> note(programme, fact)); // and all of them once more

        // Then
        assertThat(programme.state()).isEqualTo(ProgrammeState.COURSE_COMPLETE);
    }

    @Nested
    class InPreparation {

        @Test
        void waitsForTwoSessionsWhenTheStartIsLow() {
            Programme programme = inReview();
            note(programme, new ProgrammeFact.CandidacyDecided(DECISION, ACCEPTED, true, List.of("LOW_START")));
            note(programme, new ProgrammeFact.ConsentGranted(CONSENT));
            note(programme, new ProgrammeFact.BaselineCompleted());
            note(programme, new ProgrammeFact.CoursePlanned(COURSE, false));

            note(programme, new ProgrammeFact.PreparationCompleted(UUID.randomUUID()));
            assertThat(programme.state()).isEqualTo(ProgrammeState.PREPARATION);
            assertThat(programme.unmet()).containsExactly("PREPARATION_SESSIONS");
            note(programme, new ProgrammeFact.PreparationCompleted(UUID.randomUUID()));

            assertThat(programme.state()).isEqualTo(ProgrammeState.IN_COURSE);
        }

        @Test
        void countsASessionOnceHoweverOftenItIsTold() {
            Programme programme = inReview();
            note(programme, new ProgrammeFact.CandidacyDecided(DECISION, ACCEPTED, true, List.of("LOW_START")));
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

            note(programme, new ProgrammeFact.ConsentLapsed(CONSENT));

            assertThat(programme.state()).isEqualTo(ProgrammeState.CONSENT);
        }
    }

    @Nested
    class InCourse {

        @Test
        void isSuspendedByAHoldAndComesBackWhenAllHoldsAreCleared() {
            Programme programme = inCourse();
            UUID other = UUID.randomUUID();

            note(programme, new ProgrammeFact.HoldPlaced(HOLD, "H_BP"));
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
        void stopsWhenAContraindicationIsFound() {
            Programme programme = inCourse();

            note(programme, new ProgrammeFact.CandidacyDecided(UUID.randomUUID(), DECLINED, false, List.of("SCR_PHEO")));

            assertThat(programme.state()).isEqualTo(ProgrammeState.STOPPED);
        }

        @Test
        void isSuspendedWhileTheDecisionDefers() {
            Programme programme = inCourse();

            note(programme, new ProgrammeFact.CandidacyDecided(UUID.randomUUID(), DEFERRED, false, List.of("REL_UNCLEARED")));
            assertThat(programme.state()).isEqualTo(ProgrammeState.SUSPENDED);
            note(programme, new ProgrammeFact.CandidacyDecided(UUID.randomUUID(), ACCEPTED, false, List.of("CRITERIA_MET")));

            assertThat(programme.state()).isEqualTo(ProgrammeState.IN_COURSE);
        }
    }

    @Nested
    class Afterwards {

        @Test
        void goesToMaintenanceWhenMaintenanceIsPlanned() {
            Programme programme = courseComplete();

            note(programme, new ProgrammeFact.CoursePlanned(UUID.randomUUID(), true));

            assertThat(programme.state()).isEqualTo(ProgrammeState.MAINTENANCE);
        }

        @Test
        void comesBackIntoCourseOnRelapseByWayOfFollowUp() {
            Programme programme = courseComplete();

            List<Transition> steps = programme.note(new ProgrammeFact.CoursePlanned(UUID.randomUUID(), false), NOON);

            assertThat(steps).extracting(Transition::to)
                    .containsExactly(ProgrammeState.FOLLOW_UP, ProgrammeState.IN_COURSE);
        }

        @Test
        void isClosedFromFollowUp() {
            Programme programme = courseComplete();

            note(programme, new ProgrammeFact.FollowUpBegun("TREATMENT_COMPLETED"));
            note(programme, new ProgrammeFact.Closed("TREATMENT_COMPLETED"));

            assertThat(programme.state()).isEqualTo(ProgrammeState.CLOSED);
            assertThatThrownBy(() -> note(programme, new ProgrammeFact.StopDecided("PATIENT_WISH")))
                    .isInstanceOf(ProgrammeRefusal.StepNotAllowed.class);
        }
    }

    @Nested
    class OnceDeferred {

        @Test
        void isReviewedAgainAfterANewScreening() {
            Programme programme = inReview();
            note(programme, new ProgrammeFact.CandidacyDecided(DECISION, DEFERRED, false, List.of("SEVERITY_LOW")));
            assertThat(programme.state()).isEqualTo(ProgrammeState.DEFERRED);

            note(programme, new ProgrammeFact.Screened(UUID.randomUUID(), true));

            assertThat(programme.state()).isEqualTo(ProgrammeState.CANDIDACY_REVIEW);
        }

        @Test
        void isNotFollowedUp() {
            Programme programme = inReview();
            note(programme, new ProgrammeFact.CandidacyDecided(DECISION, DEFERRED, false, List.of("SEVERITY_LOW")));

            assertThatThrownBy(() -> note(programme, new ProgrammeFact.FollowUpBegun("PATIENT_WISH")))
                    .isInstanceOf(ProgrammeRefusal.StepNotAllowed.class);
        }
    }

    @Test
    void staysInScreeningWhileRowsAreOpen() {
        Programme programme = Programme.referred(Limits.PROGRAMME);
        note(programme, new ProgrammeFact.IntakeOpened());
        assertThat(programme.state()).isEqualTo(ProgrammeState.INTAKE);
        note(programme, new ProgrammeFact.IntakeSigned());

        note(programme, new ProgrammeFact.Screened(SCREENING, false));

        assertThat(programme.state()).isEqualTo(ProgrammeState.SCREENING);
    }

    private static Programme inReview() {
        Programme programme = Programme.referred(Limits.PROGRAMME);
        note(programme, new ProgrammeFact.IntakeSigned());
        note(programme, new ProgrammeFact.Screened(SCREENING, true));
        return programme;
    }

    private static Programme inPreparation() {
        Programme programme = inReview();
        note(programme, new ProgrammeFact.CandidacyDecided(DECISION, ACCEPTED, false, List.of("CRITERIA_MET")));
        note(programme, new ProgrammeFact.ConsentGranted(CONSENT));
        return programme;
    }

    private static Programme inCourse() {
        Programme programme = inPreparation();
        note(programme, new ProgrammeFact.PreparationCompleted(UUID.randomUUID()));
        note(programme, new ProgrammeFact.BaselineCompleted());
        note(programme, new ProgrammeFact.CoursePlanned(COURSE, false));
        return programme;
    }

    private static Programme courseComplete() {
        Programme programme = inCourse();
        note(programme, new ProgrammeFact.CourseCompleted(COURSE));
        return programme;
    }

    private static void note(Programme programme, ProgrammeFact fact) {
        programme.note(fact, NOON);
    }
}
