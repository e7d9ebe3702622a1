package health.stillpoint.patient.referrals.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import health.stillpoint.patient.fixtures.Facts;
import health.stillpoint.patient.fixtures.PeopleReferred;
import health.stillpoint.patient.intake.domain.Diagnosis;
import health.stillpoint.patient.patients.domain.Contact;
import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.patients.domain.PersonName;
import health.stillpoint.patient.patients.domain.ProgrammeState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReferralTest {

    private static final Instant LATER = Instant.parse("2026-02-21T09:00:00Z");
    private static final PatientId PATIENT = new PatientId(Facts.PATIENT);

    private static Referral received() {
        return PeopleReferred.received();
    }

    private static Referral accepted() {
        return received().accept("who", LATER);
    }

    private static Referral linked() {
        return accepted().link(PATIENT, "who", LATER);
    }

    private static Referral declined() {
        return received().decline(DeclineReason.NO_CAPACITY, Optional.of("words"), "who", LATER);
    }

    private static Referral cancelled() {
        return received().cancel(LATER);
    }

    private static List<ReferralStatus> after(UnaryOperator<Referral> step) {
        return Stream.of(received(), accepted(), linked(), declined(), cancelled()).map(referral -> {
            try {
                return ReferralStatus.of(step.apply(referral).state());
            } catch (ReferralRefusal _) {
                return null;
            }
        }).toList();
    }

    @Nested
    class Steps {

        @Test
        void areAllowedFromTheseStatesAndNoOther() {
            assertThat(after(referral -> referral.accept("who", LATER)))
                    .containsExactly(ReferralStatus.ACCEPTED, null, null, null, null);
            assertThat(after(referral -> referral.decline(DeclineReason.INCOMPLETE, Optional.empty(), "who", LATER)))
                    .containsExactly(ReferralStatus.DECLINED, ReferralStatus.DECLINED, null, null, null);
            assertThat(after(referral -> referral.link(PATIENT, "who", LATER)))
                    .containsExactly(ReferralStatus.ACCEPTED, ReferralStatus.ACCEPTED, null, null, null);
            assertThat(after(referral -> referral.unlink(LATER))).containsExactly(null, null, ReferralStatus.ACCEPTED, null, null);
            assertThat(after(referral -> referral.cancel(LATER)))
                    .containsExactly(ReferralStatus.CANCELLED, ReferralStatus.CANCELLED, ReferralStatus.CANCELLED, null, null);
        }

        @Test
        void sayWhyTheyAreRefused() {
            assertThat(catchThrowableOfType(ReferralRefusal.StepNotAllowed.class, () -> declined().cancel(LATER)).status())
                    .isEqualTo(ReferralStatus.DECLINED);
            assertThatThrownBy(() -> linked().link(PATIENT, "who", LATER)).isInstanceOf(ReferralRefusal.Linked.class);
        }

        @Test
        void doNotMoveTheDayOfAcceptanceWhenThePersonIsFound() {
            Referral found = accepted().link(PATIENT, "somebody else", LATER.plusSeconds(60));

            assertThat(found.state().since()).isEqualTo(LATER);
            assertThat(found.patient()).contains(PATIENT);
        }
    }

    @Nested
    class Following {

        @Test
        void isPossibleWhileLinkedAndNotAfterACancellation() {
            assertThat(accepted().followed()).isEmpty();
            assertThat(linked().followed()).contains(PATIENT);
            assertThat(linked().cancel(LATER).followed()).isEmpty();
            assertThat(linked().cancel(LATER).patient()).contains(PATIENT);
            assertThat(linked().unlink(LATER).followed()).isEmpty();
        }
    }

    @Nested
    class Forgetting {

        @Test
        void isDueSoLongAfterTheLastStepAndNotBefore() {
            assertThat(accepted().isUnlinkedSince(LATER)).isTrue();
            assertThat(accepted().isUnlinkedSince(LATER.minusMillis(1))).isFalse();
            assertThat(linked().unlink(LATER.plusSeconds(60)).isUnlinkedSince(LATER)).isFalse();
            assertThat(linked().unlink(LATER.plusSeconds(60)).isUnlinkedSince(LATER.plusSeconds(60))).isTrue();
        }

        @Test
        void isNeverDueForAPatientAndOnlyOnce() {
            assertThat(linked().isUnlinkedSince(LATER.plusSeconds(60))).isFalse();
            assertThat(linked().cancel(LATER).isUnlinkedSince(LATER)).isFalse();
            assertThat(declined().forget().isUnlinkedSince(LATER)).isFalse();
        }

        @Test
        void leavesCodesTheYearOfBirthAndTheState() {
            Referral forgotten = declined().forget();

            assertThat(forgotten.submission().diagnosis()).isEqualTo(Diagnosis.SOCIAL_ANXIETY);
            assertThat(forgotten.submission().person().birthDate()).isEqualTo(LocalDate.of(1992, 1, 1));
            assertThat(forgotten.submission().person().name()).isEqualTo(new PersonName("[erased]", List.of("[erased]")));
            assertThat(forgotten.submission().person().contact()).isEqualTo(new Contact(null, null));
            assertThat(forgotten.submission().person().language()).isEqualTo("und");
            assertThat(forgotten.submission().reason()).isEqualTo("[erased]");
            assertThat(forgotten.submission().partnerReference()).isNull();
            assertThat(forgotten.state()).isEqualTo(
                    new ReferralState.Declined("who", LATER, DeclineReason.NO_CAPACITY, Optional.of("[erased]")));
            assertThat(accepted().forget().state()).isEqualTo(accepted().state());
        }

        @Test
        void letsNobodyBeTakenOnOrFound() {
            assertThatThrownBy(() -> received().forget().accept("who", LATER)).isInstanceOf(ReferralRefusal.Forgotten.class);
            assertThatThrownBy(() -> received().forget().link(PATIENT, "who", LATER)).isInstanceOf(ReferralRefusal.Forgotten.class);
            assertThatThrownBy(() -> accepted().forget().link(PATIENT, "who", LATER)).isInstanceOf(ReferralRefusal.Forgotten.class);
            assertThat(accepted().forget().cancel(LATER).forgotten()).isTrue();
        }
    }

    @ParameterizedTest(name = "in {0} an accepted referral is {1}")
    @CsvSource({"REFERRED, ACCEPTED", "INTAKE, ACCEPTED", "CONSENT, ACCEPTED", "DEFERRED, ACCEPTED", "PREPARATION, IN_TREATMENT",
        "IN_COURSE, IN_TREATMENT", "SUSPENDED, IN_TREATMENT", "MAINTENANCE, IN_TREATMENT", "COURSE_COMPLETE, COMPLETED",
        "FOLLOW_UP, COMPLETED", "DECLINED, COMPLETED", "STOPPED, COMPLETED", "CLOSED, COMPLETED"})
    void followsTheProgramme(ProgrammeState programme, ReferralStatus expected) {
        assertThat(ReferralStatus.ofAccepted(programme)).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(DeclineReason.class)
    void hasNoReasonThatTellsWhetherThePersonWasKnown(DeclineReason reason) {
        assertThat(reason.name()).doesNotContain("DUPLICATE").doesNotContain("KNOWN");
    }

    @ParameterizedTest
    @MethodSource("health.stillpoint.patient.fixtures.PeopleReferred#everything")
    void saysNothingOfThePersonInALog(Object held) {
        assertThat(held.toString()).doesNotContain("CANARY");
    }
}
