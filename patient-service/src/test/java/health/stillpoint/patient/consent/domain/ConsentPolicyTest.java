package health.stillpoint.patient.consent.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import health.stillpoint.patient.fixtures.Limits;
import health.stillpoint.patient.fixtures.Person;
import health.stillpoint.patient.patients.domain.PatientId;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConsentPolicyTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final PatientId PATIENT = new PatientId(UUID.randomUUID());
    private static final UUID DECISION = UUID.randomUUID();
    private static final Set<ConsentElement> ALL = ConsentTemplate.current(ConsentScope.TREATMENT).elements();

    private final ConsentPolicy policy = new ConsentPolicy(Limits.CONSENT);

    @Test
    void isTakenForAYearAfterAnAcceptedCandidacy() {
        Consent consent = sign(signing(ALL, true), accepted());

        assertThat(consent.expiresAt()).isEqualTo(Instant.parse("2027-03-02T12:00:00Z"));
        assertThat(consent.decisionId()).isEqualTo(DECISION);
        assertThat(consent.statusAt(consent.expiresAt().minusSeconds(1))).isEqualTo(Consent.Status.ACTIVE);
        assertThat(consent.statusAt(consent.expiresAt())).isEqualTo(Consent.Status.EXPIRED);
    }

    static Set<ConsentElement> elements() {
        return ALL;
    }

    @ParameterizedTest(name = "is not taken without {0}")
    @MethodSource("elements")
    void isNotTakenWhenAnElementWasNotExplained(ConsentElement element) {
        Set<ConsentElement> explained = EnumSet.copyOf(ALL);
        explained.remove(element);

        var refusal = catchThrowableOfType(
                ConsentRefusal.Incomplete.class, () -> sign(signing(explained, true), accepted()));

        assertThat(refusal.missing()).containsExactly(element.name());
    }

    @Test
    void isNotTakenWithoutCapacity() {
        var refusal = catchThrowableOfType(ConsentRefusal.Incomplete.class, () -> sign(signing(ALL, false), accepted()));

        assertThat(refusal.missing()).containsExactly("CAPACITY_ATTESTED");
    }

    @Test
    void isNotTakenBeforeAnAcceptedCandidacy() {
        var nothingDecided = new ConsentPolicy.Circumstances(null, false, null);

        assertThatThrownBy(() -> sign(signing(ALL, true), nothingDecided))
                .isInstanceOf(ConsentRefusal.CandidacyRequired.class);
    }

    @Test
    void isNotTakenFromSomeoneWhoExpectsACureAndWasNotSpokenWith() {
        var expectsCure = new ConsentPolicy.Circumstances(DECISION, true, null);

        assertThatThrownBy(() -> sign(signing(ALL, true), expectsCure))
                .isInstanceOf(ConsentRefusal.ExpectationConversationRequired.class);
    }

    @Test
    void isNotTakenWithinADayOfADose() {
        var dosedJustNow = new ConsentPolicy.Circumstances(DECISION, false, NOON.minus(Duration.ofHours(24)).plusSeconds(1));
        var dosedADayAgo = new ConsentPolicy.Circumstances(DECISION, false, NOON.minus(Duration.ofHours(24)));

        assertThatThrownBy(() -> sign(signing(ALL, true), dosedJustNow))
                .isInstanceOf(ConsentRefusal.TooSoonAfterDose.class);
        assertThat(sign(signing(ALL, true), dosedADayAgo).statusAt(NOON)).isEqualTo(Consent.Status.ACTIVE);
    }

    @Test
    void isNotTakenOnAnUnknownText() {
        var oldText = new ConsentPolicy.Signing(ConsentScope.TREATMENT, "2019-01", "en", ALL,
                new Consent.Signer(Consent.Signer.Kind.PATIENT, "CANARY-name"), true, null, null, Person.PHYSICIAN);

        assertThatThrownBy(() -> sign(oldText, accepted())).isInstanceOf(ConsentRefusal.TemplateNotCurrent.class);
    }

    @Test
    void needsNoCandidacyForSharingWithAPartner() {
        var sharing = new ConsentPolicy.Signing(ConsentScope.PARTNER_SHARING, "2026-01", "en",
                ConsentTemplate.current(ConsentScope.PARTNER_SHARING).elements(),
                new Consent.Signer(Consent.Signer.Kind.PATIENT, "CANARY-name"), true, null, null, Person.PHYSICIAN);

        assertThat(sign(sharing, new ConsentPolicy.Circumstances(null, true, NOON)).scope())
                .isEqualTo(ConsentScope.PARTNER_SHARING);
    }

    @Nested
    class OnceGiven {

        private final Consent given = sign(signing(ALL, true), accepted());

        @Test
        void isWithdrawnAtOnce() {
            Consent withdrawn = given.withdraw("CANARY-reason", Person.PHYSICIAN, NOON);

            assertThat(withdrawn.statusAt(NOON)).isEqualTo(Consent.Status.WITHDRAWN);
            assertThat(withdrawn.toString()).doesNotContain("CANARY");
        }

        @Test
        void isNotWithdrawnTwice() {
            Consent withdrawn = given.withdraw("changed my mind", Person.PHYSICIAN, NOON);

            assertThatThrownBy(() -> withdrawn.withdraw("again", Person.PHYSICIAN, NOON))
                    .isInstanceOf(ConsentRefusal.NotActive.class);
        }

        @Test
        void lapsesWhenTheCaseChanges() {
            assertThat(given.lapse(NOON).statusAt(NOON)).isEqualTo(Consent.Status.LAPSED);
        }
    }

    private Consent sign(ConsentPolicy.Signing signing, ConsentPolicy.Circumstances circumstances) {
        return policy.sign(UUID.randomUUID(), PATIENT, signing, circumstances, NOON);
    }

    private static ConsentPolicy.Signing signing(Set<ConsentElement> explained, boolean capacity) {
        return new ConsentPolicy.Signing(ConsentScope.TREATMENT, "2026-01", "en-US", explained,
                new Consent.Signer(Consent.Signer.Kind.PATIENT, "CANARY-name"), capacity, null, null, Person.PHYSICIAN);
    }

    private static ConsentPolicy.Circumstances accepted() {
        return new ConsentPolicy.Circumstances(DECISION, false, null);
    }
}
