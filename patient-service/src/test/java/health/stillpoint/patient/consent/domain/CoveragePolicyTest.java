package health.stillpoint.patient.consent.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.stillpoint.patient.dosing.domain.DosingHistory;
import health.stillpoint.patient.dosing.domain.Route;
import health.stillpoint.patient.fixtures.Person;
import health.stillpoint.patient.intake.domain.IntakeContent;
import health.stillpoint.patient.patients.domain.PatientId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CoveragePolicyTest {

    private static final Instant SIGNED = Instant.parse("2026-03-02T12:00:00Z");
    private static final Instant BEFORE = SIGNED.minus(Duration.ofDays(1));
    private static final Instant AFTER = SIGNED.plus(Duration.ofDays(1));
    private static final Instant LATER = SIGNED.plus(Duration.ofDays(60));
    private static final UUID FIRST = new UUID(0, 1);
    private static final UUID SECOND = new UUID(0, 2);

    @Test
    void coversTheCaseItWasGivenFor() {
        assertThat(reasons(consent(null), usual(), List.of(), DosingHistory.NONE)).isEmpty();
    }

    @Nested
    class AfterANewDiagnosis {

        @Test
        void doesNotCoverAnotherPrimaryDiagnosis() {
            assertThat(reasons(consent(null), intake("GAD"), List.of(), DosingHistory.NONE))
                    .containsExactly(LapseReason.NEW_DIAGNOSIS);
        }

        @Test
        void doesNotCoverANewSecondaryDiagnosis() {
            assertThat(reasons(consent(null), intake("SOCIAL_ANXIETY", "PTSD"), List.of(), DosingHistory.NONE))
                    .containsExactly(LapseReason.NEW_DIAGNOSIS);
        }

        @Test
        void coversTheSameWithoutADiagnosisThatWentAway() {
            assertThat(CoveragePolicy.reasonsAgainst(consent(null), new CoveragePolicy.PresentCase(
                            intake("SOCIAL_ANXIETY", "PTSD"), usual(), List.of(), DosingHistory.NONE)))
                    .isEmpty();
        }
    }

    @Test
    void doesNotCoverPregnancyNorOtherNewFindings() {
        assertThat(reasons(consent(null), usual(), List.of("SCR_PREGNANCY"), DosingHistory.NONE))
                .containsExactly(LapseReason.PREGNANCY);
        assertThat(reasons(consent(null), usual(), List.of("SCR_PHEO"), DosingHistory.NONE))
                .containsExactly(LapseReason.NEW_FINDING);
    }

    @Nested
    class WithCourses {

        @Test
        void coversTheCourseThatWasOpenWhenItWasSigned() {
            assertThat(reasons(planned(FIRST, Route.IM, BEFORE))).isEmpty();
        }

        @Test
        void coversTheFirstCoursePlannedAfterwards() {
            assertThat(reasons(planned(FIRST, Route.IM, AFTER))).isEmpty();
        }

        @Test
        void coversTheNextCourseWhenTheOneBeforeHadEndedAtSigning() {
            assertThat(reasons(planned(FIRST, Route.IM, BEFORE).ended(FIRST, SIGNED).planned(SECOND, course(Route.IM, AFTER))))
                    .isEmpty();
        }

        @Test
        void doesNotCoverASecondCourse() {
            assertThat(reasons(planned(FIRST, Route.IM, AFTER).ended(FIRST, LATER).planned(SECOND, course(Route.IM, LATER))))
                    .containsExactly(LapseReason.ANOTHER_COURSE);
        }

        @Test
        void doesNotCoverACourseBesideTheOneThatEndedAfterSigning() {
            assertThat(reasons(planned(FIRST, Route.IM, BEFORE).ended(FIRST, AFTER).planned(SECOND, course(Route.IM, LATER))))
                    .containsExactly(LapseReason.ANOTHER_COURSE);
        }

        @Test
        void saysTheSameInWhateverOrderItHeard() {
            DosingHistory planFirst = planned(FIRST, Route.IM, AFTER).planned(SECOND, course(Route.SL, LATER));
            DosingHistory planLast = planned(SECOND, Route.SL, LATER).planned(FIRST, course(Route.IM, AFTER));

            assertThat(reasons(planFirst)).isEqualTo(reasons(planLast))
                    .containsExactlyInAnyOrder(LapseReason.ANOTHER_COURSE, LapseReason.ROUTE_CHANGED);
        }
    }

    @Nested
    class ByRoute {

        @Test
        void coversTheRouteItNames() {
            assertThat(reasons(consent(Route.IM), usual(), List.of(), planned(FIRST, Route.IM, AFTER))).isEmpty();
        }

        @Test
        void doesNotCoverACourseByAnotherRoute() {
            assertThat(reasons(consent(Route.SL), usual(), List.of(), planned(FIRST, Route.IM, AFTER)))
                    .containsExactly(LapseReason.ROUTE_CHANGED);
        }

        @Test
        void doesNotCoverADoseByAnotherRouteThanTheCourseHad() {
            assertThat(reasons(planned(FIRST, Route.IM, BEFORE).with(UUID.randomUUID(), dose(Route.IV, AFTER))))
                    .containsExactly(LapseReason.ROUTE_CHANGED);
        }

        @Test
        void takesTheRouteOfTheFirstDoseWhereNothingElseNamesOne() {
            DosingHistory oneDose = DosingHistory.NONE.with(UUID.randomUUID(), dose(Route.IM, AFTER));

            assertThat(reasons(oneDose)).isEmpty();
            assertThat(reasons(oneDose.with(UUID.randomUUID(), dose(Route.SC, LATER))))
                    .containsExactly(LapseReason.ROUTE_CHANGED);
        }

        @Test
        void isNotTouchedByARouteUsedBeforeItWasSigned() {
            assertThat(reasons(consent(Route.SL), usual(), List.of(),
                    DosingHistory.NONE.with(UUID.randomUUID(), dose(Route.IM, BEFORE)))).isEmpty();
        }

        @Test
        void isNotTouchedByACourseThatNamesNoRoute() {
            assertThat(reasons(consent(Route.SL), usual(), List.of(), planned(FIRST, null, AFTER))).isEmpty();
        }
    }

    private static Set<LapseReason> reasons(DosingHistory dosing) {
        return reasons(consent(null), usual(), List.of(), dosing);
    }

    private static Set<LapseReason> reasons(
            Consent consent, IntakeContent now, List<String> newFindings, DosingHistory dosing) {
        return CoveragePolicy.reasonsAgainst(
                consent, new CoveragePolicy.PresentCase(usual(), now, newFindings, dosing));
    }

    private static DosingHistory planned(UUID course, Route route, Instant at) {
        return DosingHistory.NONE.planned(course, course(route, at));
    }

    private static DosingHistory.Course course(Route route, Instant at) {
        return new DosingHistory.Course(route, at);
    }

    private static DosingHistory.Dose dose(Route route, Instant at) {
        return new DosingHistory.Dose(UUID.randomUUID(), route, null, at);
    }

    private static IntakeContent usual() {
        return intake("SOCIAL_ANXIETY");
    }

    private static IntakeContent intake(String primary, String... secondary) {
        ObjectNode given = JsonNodeFactory.instance.objectNode();
        ObjectNode intake = given.putObject("intake");
        intake.putObject("primaryDiagnosis").put("code", primary);
        for (String diagnosis : secondary) {
            intake.withArray("comorbidities").add(diagnosis);
        }
        return Person.intake(given);
    }

    private static Consent consent(Route route) {
        return new Consent(UUID.randomUUID(), new PatientId(UUID.randomUUID()), ConsentScope.TREATMENT, "2026-01", "en", null,
                Set.of(), new Consent.Signer(Consent.Signer.Kind.PATIENT, "CANARY-name"), null, null, Person.PHYSICIAN,
                UUID.randomUUID(), Person.INTAKE_ID, route, Set.of(), SIGNED, SIGNED.plus(Duration.ofDays(365)), new Consent.State.Given());
    }
}
