package health.stillpoint.patient.consent.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import health.stillpoint.patient.dosing.domain.DosingHistory;
import health.stillpoint.patient.dosing.domain.Route;
import health.stillpoint.patient.fixtures.Limits;
import health.stillpoint.patient.fixtures.Person;
import health.stillpoint.patient.fixtures.Texts;
import health.stillpoint.patient.patients.domain.PatientId;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConsentPolicyTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final PatientId PATIENT = new PatientId(UUID.randomUUID());
    private static final UUID DECISION = UUID.randomUUID();
    private static final Set<ConsentElement> ALL = ConsentScope.TREATMENT.required();

    private final ConsentPolicy policy = new ConsentPolicy(Limits.CONSENT, Texts.SHIPPED);

    @Test
    void isTakenForAYearAfterAnAcceptedCandidacy() {
        Consent consent = sign(signing(ALL, true), accepted());

        assertThat(consent.expiresAt()).isEqualTo(Instant.parse("2027-03-02T12:00:00Z"));
        assertThat(consent.decisionId()).isEqualTo(DECISION);
        assertThat(consent.intakeId()).isEqualTo(Person.INTAKE_ID);
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

    @ParameterizedTest(name = "is not taken from a representative when the person lacks capacity: {0}")
    @ValueSource(booleans = {true, false})
    void isSignedByThePersonAlone(boolean capacityLacking) {
        ConsentPolicy.Signing own = signing(ALL, true);
        var inTheirStead = new ConsentPolicy.Signing(own.scope(), own.templateVersion(), own.language(), own.elements(),
                new Consent.Signer(Consent.Signer.Kind.LEGAL_REPRESENTATIVE, "CANARY-name"), true, null, null, own.route(), Set.of(), own.recordedBy());

        var refusal = catchThrowableOfType(ConsentRefusal.class, () -> sign(inTheirStead,
                new ConsentPolicy.Circumstances(DECISION, Person.INTAKE_ID, false, capacityLacking, DosingHistory.NONE, false, "en-US")));

        assertThat(refusal instanceof ConsentRefusal.Several several ? several.reasons() : List.of(refusal))
                .hasAtLeastOneElementOfType(ConsentRefusal.SignerNotPatient.class)
                .hasSize(capacityLacking ? 2 : 1);
    }

    @ParameterizedTest(name = "on an English text is not taken alone from who is spoken to in {0}")
    @ValueSource(strings = {"es", "es-US", "fil", "und"})
    void isNotTakenInAnotherLanguageWithoutAnInterpreter(String spoken) {
        var refusal = catchThrowableOfType(ConsentRefusal.Incomplete.class, () -> sign(signing(ALL, true), spokenToIn(spoken)));

        assertThat(refusal.missing()).containsExactly("INTERPRETER");
        assertThat(sign(interpreted(), spokenToIn(spoken)).interpreter().role()).isEqualTo("interpreter");
    }

    @ParameterizedTest(name = "on an English text is taken from who is spoken to in {0}")
    @ValueSource(strings = {"en", "EN-gb", "en-US"})
    void needsNoInterpreterInTheSameLanguageOfAnotherRegion(String spoken) {
        assertThat(sign(signing(ALL, true), spokenToIn(spoken)).interpreter()).isNull();
    }

    @ParameterizedTest(name = "signed in {0} is on the text in {1}")
    @CsvSource({"en, en", "en-US, en", "EN-gb, en", "es, es", "es-MX, es"})
    void isTakenOnTheTextOfItsLanguageWhateverTheRegion(String signed, String language) {
        Consent consent = sign(signedIn(signed), spokenToIn(language));
        ConsentTemplate template = Texts.SHIPPED.current(ConsentScope.TREATMENT);

        assertThat(consent.language()).isEqualTo(signed);
        assertThat(consent.textDigest()).isEqualTo(template.digestOf(template.in(language).orElseThrow()));
    }

    @ParameterizedTest(name = "is not taken in {0}")
    @ValueSource(strings = {"fr", "fil", "und", "eng"})
    void isNotTakenInALanguageItsTextDoesNotExistIn(String language) {
        var refusal = catchThrowableOfType(ConsentRefusal.LanguageNotOffered.class, () -> sign(signedIn(language), spokenToIn(language)));

        assertThat(refusal.offered()).containsExactly("en", "es");
    }

    private static ConsentPolicy.Circumstances spokenToIn(String language) {
        return new ConsentPolicy.Circumstances(DECISION, Person.INTAKE_ID, false, false, DosingHistory.NONE, false, language);
    }

    private static ConsentPolicy.Signing interpreted() {
        return signedIn("en-US");
    }

    /** With an interpreter. */
    private static ConsentPolicy.Signing signedIn(String language) {
        return new ConsentPolicy.Signing(ConsentScope.TREATMENT, "2026-01", language, ALL,
                new Consent.Signer(Consent.Signer.Kind.PATIENT, "CANARY-name"), true, null,
                new Consent.Witness("CANARY-name", "interpreter"), Route.IM, Set.of(), Person.PHYSICIAN);
    }

    @Test
    void isNotTakenBeforeAnAcceptedCandidacy() {
        var nothingDecided = new ConsentPolicy.Circumstances(null, Person.INTAKE_ID, false, false, DosingHistory.NONE, false, "en-US");

        assertThatThrownBy(() -> sign(signing(ALL, true), nothingDecided))
                .isInstanceOf(ConsentRefusal.CandidacyRequired.class);
    }

    @Test
    void isNotTakenFromSomeoneWhoExpectsACureAndWasNotSpokenWith() {
        var expectsCure = new ConsentPolicy.Circumstances(DECISION, Person.INTAKE_ID, true, false, DosingHistory.NONE, false, "en-US");

        assertThatThrownBy(() -> sign(signing(ALL, true), expectsCure))
                .isInstanceOf(ConsentRefusal.ExpectationConversationRequired.class);
    }

    @Test
    void isNotTakenWithinADayOfADose() {
        var dosedJustNow = after(dosedAndRecovered(NOON.minus(Duration.ofHours(24)).plusSeconds(1)));
        var dosedADayAgo = after(dosedAndRecovered(NOON.minus(Duration.ofHours(24))));

        assertThat(catchThrowableOfType(ConsentRefusal.TooSoonAfterDose.class, () -> sign(signing(ALL, true), dosedJustNow)).notBefore())
                .isEqualTo(NOON.plusSeconds(1));
        assertThat(sign(signing(ALL, true), dosedADayAgo).statusAt(NOON)).isEqualTo(Consent.Status.ACTIVE);
    }

    @Test
    void isNotTakenWhileNoRecoveryIsKnownHoweverLongAgoTheDoseWas() {
        var notRecovered = after(DosingHistory.NONE.with(UUID.randomUUID(),
                new DosingHistory.Dose(UUID.randomUUID(), Route.IM, null, NOON.minus(Duration.ofDays(10)))));

        assertThatThrownBy(() -> sign(signing(ALL, true), notRecovered)).isInstanceOf(ConsentRefusal.NotRecovered.class);
    }

    @Test
    void ofAnyScopeIsNotTakenWhileSedated() {
        var notRecovered = after(DosingHistory.NONE.with(UUID.randomUUID(),
                new DosingHistory.Dose(UUID.randomUUID(), Route.IM, null, NOON.minusSeconds(60))));

        assertThat(catchThrowableOfType(ConsentRefusal.Several.class, () -> sign(sharing(), notRecovered)).reasons())
                .extracting(reason -> (Object) reason.getClass())
                .containsExactly(ConsentRefusal.NotRecovered.class, ConsentRefusal.TooSoonAfterDose.class);
    }

    @Test
    void isNotTakenOfAnyScopeWhileADoseMayBeUnheard() {
        var unheard = new ConsentPolicy.Circumstances(DECISION, Person.INTAKE_ID, false, false, DosingHistory.NONE, true, "en-US");

        assertThatThrownBy(() -> sign(signing(ALL, true), unheard)).isInstanceOf(ConsentRefusal.DosesUnheard.class);
        assertThatThrownBy(() -> sign(sharing(), unheard)).isInstanceOf(ConsentRefusal.DosesUnheard.class);
    }

    @Test
    void isFoundToBeSignedSedatedByDosesToldLater() {
        Consent consent = sign(sharing(), accepted());

        assertThat(policy.wasSignedSedated(consent, dosedAndRecovered(NOON))).isTrue();
        assertThat(policy.wasSignedSedated(consent, dosedAndRecovered(NOON.minus(Duration.ofHours(24)).plusSeconds(1)))).isTrue();
        assertThat(policy.wasSignedSedated(consent, dosedAndRecovered(NOON.minus(Duration.ofHours(24))))).isFalse();
        assertThat(policy.wasSignedSedated(consent, dosedAndRecovered(NOON.plusSeconds(1)))).isFalse();
    }

    @Test
    void isFoundToBeSignedBeforeARecoveryHoweverLongItTook() {
        Consent consent = sign(sharing(), accepted());
        UUID session = UUID.randomUUID();
        DosingHistory dosed = DosingHistory.NONE.with(UUID.randomUUID(),
                new DosingHistory.Dose(session, Route.IM, null, NOON.minus(Duration.ofHours(30))));

        assertThat(policy.wasSignedSedated(consent, dosed.recovered(session, NOON.plusSeconds(1)))).isTrue();
        assertThat(policy.wasSignedSedated(consent, dosed.recovered(session, NOON))).isFalse();
    }

    @Test
    void isFoundToBeSignedSedatedByADoseLongAgoWithoutAKnownRecovery() {
        Consent consent = sign(sharing(), accepted());
        UUID session = UUID.randomUUID();
        DosingHistory dosed = DosingHistory.NONE.with(UUID.randomUUID(),
                new DosingHistory.Dose(session, Route.IM, null, NOON.minus(Duration.ofHours(30))));

        assertThat(policy.wasSignedSedated(consent, dosed)).isTrue();
        assertThat(policy.wasSignedSedated(consent, dosed.recovered(UUID.randomUUID(), NOON))).isFalse();
        assertThat(policy.wasSignedSedated(consent, dosed.recovered(session, NOON.minus(Duration.ofHours(31))))).isTrue();
    }

    @Test
    void isFoundToBeSignedSedatedFromTheStartOfADose() {
        Consent consent = sign(sharing(), accepted());
        Instant ended = NOON.plus(Duration.ofMinutes(40));

        assertThat(policy.wasSignedSedated(consent, infusion(NOON, ended))).isTrue();
        assertThat(policy.wasSignedSedated(consent, infusion(NOON.plusSeconds(1), ended))).isFalse();
    }

    private static DosingHistory infusion(Instant startedAt, Instant endedAt) {
        UUID session = UUID.randomUUID();
        return DosingHistory.NONE.with(UUID.randomUUID(), new DosingHistory.Dose(session, Route.IV, startedAt, endedAt))
                .recovered(session, endedAt);
    }

    @Test
    void ofAnyScopeIsNotTakenFromWhomAScreeningFoundUnableToConsent() {
        var unable = new ConsentPolicy.Circumstances(DECISION, Person.INTAKE_ID, false, true, DosingHistory.NONE, false, "en-US");

        assertThatThrownBy(() -> sign(signing(ALL, true), unable)).isInstanceOf(ConsentRefusal.CapacityLacking.class);
        assertThatThrownBy(() -> sign(sharing(), unable)).isInstanceOf(ConsentRefusal.CapacityLacking.class);
    }

    @Test
    void isNotTakenOnAnUnknownText() {
        var oldText = new ConsentPolicy.Signing(ConsentScope.TREATMENT, "2019-01", "en", ALL,
                new Consent.Signer(Consent.Signer.Kind.PATIENT, "CANARY-name"), true, null, null, null,
                Set.of(), Person.PHYSICIAN);

        assertThat(catchThrowableOfType(ConsentRefusal.TemplateNotCurrent.class, () -> sign(oldText, accepted())).current())
                .isEqualTo("2026-01");
    }

    @Test
    void saysEveryUnmetConditionAtOnce() {
        DosingHistory dosed = DosingHistory.NONE.with(UUID.randomUUID(),
                new DosingHistory.Dose(UUID.randomUUID(), Route.IM, null, NOON.minusSeconds(60)));
        var nothingIsMet = new ConsentPolicy.Circumstances(null, Person.INTAKE_ID, true, true, dosed, true, "fil");
        var wrong = new ConsentPolicy.Signing(ConsentScope.TREATMENT, "2019-01", "fr", Set.of(),
                new Consent.Signer(Consent.Signer.Kind.LEGAL_REPRESENTATIVE, "CANARY-name"), false, null, null, null,
                Set.of("partner-harbor"), Person.PHYSICIAN);

        var refusal = catchThrowableOfType(ConsentRefusal.Several.class, () -> sign(wrong, nothingIsMet));

        assertThat(refusal.reasons()).extracting(reason -> (Object) reason.getClass()).containsExactly(
                ConsentRefusal.TemplateNotCurrent.class, ConsentRefusal.LanguageNotOffered.class, ConsentRefusal.RecipientsNotAllowed.class,
                ConsentRefusal.SignerNotPatient.class, ConsentRefusal.CapacityLacking.class, ConsentRefusal.Incomplete.class, ConsentRefusal.NotRecovered.class,
                ConsentRefusal.TooSoonAfterDose.class, ConsentRefusal.DosesUnheard.class, ConsentRefusal.CandidacyRequired.class,
                ConsentRefusal.ExpectationConversationRequired.class);
        assertThat(((ConsentRefusal.Incomplete) refusal.reasons().get(5)).missing()).hasSize(ALL.size() + 2);
    }

    @Test
    void needsNoCandidacyForSharingWithAPartner() {
        Consent shared = sign(sharing(), new ConsentPolicy.Circumstances(null, Person.INTAKE_ID, true, false, DosingHistory.NONE, false, "en-US"));

        assertThat(shared.scope()).isEqualTo(ConsentScope.PARTNER_SHARING);
        assertThat(shared.intakeId()).isNull();
    }

    @Test
    void toShareHoldsForThePartnersItNamesAlone() {
        Consent consent = sign(sharing(Set.of("partner-harbor", "partner-second")), accepted());

        assertThat(consent.isSharedWith("partner-harbor")).isTrue();
        assertThat(consent.isSharedWith("partner-second")).isTrue();
        assertThat(consent.isSharedWith("partner-third")).isFalse();
    }

    @Test
    void toShareIsNotTakenWithoutSayingWithWhom() {
        var refusal = catchThrowableOfType(ConsentRefusal.Incomplete.class, () -> sign(sharing(Set.of()), accepted()));

        assertThat(refusal.missing()).containsExactly("SHARED_WITH");
    }

    @Test
    void toShareNamesPartnersOfTheClinicsListAlone() {
        ConsentLimits listed = new Listed(Optional.of(Set.of("partner-harbor", "partner-second")));
        ConsentPolicy withAList = new ConsentPolicy(listed, Texts.SHIPPED);
        ConsentPolicy.Signing known = sharing(Set.of("partner-second"));
        ConsentPolicy.Signing misspelled = sharing(Set.of("partner-harbor", "partner-habor", "partner-abor"));

        var refusal = catchThrowableOfType(ConsentRefusal.NoSuchPartner.class,
                () -> withAList.sign(UUID.randomUUID(), PATIENT, misspelled, accepted(), NOON));

        assertThat(refusal.unknown()).containsExactly("partner-abor", "partner-habor");
        assertThat(withAList.sign(UUID.randomUUID(), PATIENT, known, accepted(), NOON).isSharedWith("partner-second")).isTrue();
        assertThat(sign(misspelled, accepted()).isSharedWith("partner-habor")).isTrue();
    }

    private record Listed(Optional<Set<String>> partners) implements ConsentLimits {

        @Override
        public Duration validity() {
            return Limits.CONSENT.validity();
        }

        @Override
        public Duration afterDose() {
            return Limits.CONSENT.afterDose();
        }
    }

    @Test
    void toTreatmentNamesNoPartner() {
        assertThatThrownBy(() -> sign(signing(ALL, true, Set.of("partner-harbor")), accepted()))
                .isInstanceOf(ConsentRefusal.RecipientsNotAllowed.class);
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
            Consent lapsed = given.lapse(Set.of(LapseReason.PREGNANCY), NOON);

            assertThat(lapsed.statusAt(NOON)).isEqualTo(Consent.Status.LAPSED);
            assertThat(lapsed.lapse(Set.of(LapseReason.HOME_DOSING), NOON)).isEqualTo(lapsed);
        }

        @Test
        void readsAsExpiredWhenItsTimeIsOver() {
            Instant end = given.expiresAt();

            assertThat(given.lapse(Set.of(LapseReason.EXPIRED), end).statusAt(end)).isEqualTo(Consent.Status.EXPIRED);
        }

        @Test
        void givesWayToANewerOne() {
            Consent newer = sign(signing(ALL, true), accepted());

            assertThat(given.replacedBy(newer).state())
                    .isEqualTo(new Consent.State.Lapsed(Set.of(LapseReason.REPLACED), NOON));
        }
    }

    private static ConsentPolicy.Signing sharing() {
        return sharing(Set.of("partner-harbor"));
    }

    private static ConsentPolicy.Signing sharing(Set<String> partners) {
        return new ConsentPolicy.Signing(ConsentScope.PARTNER_SHARING, "2026-01", "en",
                ConsentScope.PARTNER_SHARING.required(),
                new Consent.Signer(Consent.Signer.Kind.PATIENT, "CANARY-name"), true, null, null, null, partners,
                Person.PHYSICIAN);
    }

    private static ConsentPolicy.Circumstances after(DosingHistory dosing) {
        return new ConsentPolicy.Circumstances(DECISION, Person.INTAKE_ID, false, false, dosing, false, "en-US");
    }

    private static DosingHistory dosedAndRecovered(Instant endedAt) {
        UUID session = UUID.randomUUID();
        return DosingHistory.NONE
                .with(UUID.randomUUID(), new DosingHistory.Dose(session, Route.IM, null, endedAt))
                .recovered(session, endedAt);
    }

    private Consent sign(ConsentPolicy.Signing signing, ConsentPolicy.Circumstances circumstances) {
        return policy.sign(UUID.randomUUID(), PATIENT, signing, circumstances, NOON);
    }

    private static ConsentPolicy.Signing signing(Set<ConsentElement> explained, boolean capacity) {
        return signing(explained, capacity, Set.of());
    }

    private static ConsentPolicy.Signing signing(Set<ConsentElement> explained, boolean capacity, Set<String> sharedWith) {
        return new ConsentPolicy.Signing(ConsentScope.TREATMENT, "2026-01", "en-US", explained,
                new Consent.Signer(Consent.Signer.Kind.PATIENT, "CANARY-name"), capacity, null, null, Route.IM,
                sharedWith, Person.PHYSICIAN);
    }

    private static ConsentPolicy.Circumstances accepted() {
        return new ConsentPolicy.Circumstances(DECISION, Person.INTAKE_ID, false, false, DosingHistory.NONE, false, "en-US");
    }
}
