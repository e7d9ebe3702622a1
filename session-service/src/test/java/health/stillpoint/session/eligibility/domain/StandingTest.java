package health.stillpoint.session.eligibility.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingTest {

    private static final UUID DECISION = UUID.fromString("0197a100-0000-7000-8000-000000000021");
    private static final UUID OTHER = UUID.fromString("0197a100-0000-7000-8000-000000000022");
    private static final Instant DECIDED = Instant.parse("2026-03-02T10:00:00Z");
    private static final Instant ENDED = Instant.parse("2026-03-09T10:00:00Z");
    private static final Instant LATER = Instant.parse("2026-03-10T10:00:00Z");
    private static final Instant EXPIRES = Instant.parse("2026-05-31T10:00:00Z");

    private static Standing aPatient() {
        return Standing.unknown(UUID.fromString("0197a100-0000-7000-8000-000000000001"));
    }

    private static Standing accepted(Standing standing, UUID decision, Instant decidedAt, Instant expiresAt) {
        return standing.decided(decision, CandidacyOutcome.ACCEPTED, decidedAt, expiresAt, false, StatedFactors.NONE, Set.of(), null);
    }

    @ParameterizedTest(name = "born {0}: needs no pregnancy test = {1}")
    @CsvSource(value = {"male, true", "female, false", "intersex, false", "unknown, false", "null, false"}, nullValues = "null")
    void excludesAPregnancyOnlyOfWhomItKnows(String sexAtBirth, boolean expected) {
        assertThat(Standing.unknown(UUID.randomUUID()).registered(1988, sexAtBirth, 0L, DECIDED).pregnancyExcluded()).isEqualTo(expected);
    }

    @Test
    void keepsTheLiverTestsOfTheLatestDecision() {
        LocalDate tested = LocalDate.parse("2026-02-20");
        Standing decided = aPatient().decided(DECISION, CandidacyOutcome.ACCEPTED, DECIDED, EXPIRES, false, StatedFactors.NONE, Set.of(), tested);

        assertThat(decided.baseline("LSAS_SR", LATER).consented(LATER, EXPIRES).registered(1988, "female", 0L, LATER).diagnosed("GAD")
                .candidacyExpired(DECISION, ENDED).liverTestedOn()).isEqualTo(tested);
        assertThat(accepted(decided, OTHER, LATER, EXPIRES).liverTestedOn()).isNull();
        assertThat(accepted(decided, OTHER, DECIDED.minusSeconds(1), EXPIRES).liverTestedOn()).isEqualTo(tested);
    }

    @Nested
    class ADecisionThatEnded {

        @Test
        void staysEndedWhenItIsToldAgain() {
            Standing ended = accepted(aPatient(), DECISION, DECIDED, EXPIRES).candidacyExpired(DECISION, ENDED);

            Standing toldAgain = accepted(ended, DECISION, DECIDED, EXPIRES);

            assertThat(toldAgain.candidacyInDate(LATER)).isFalse();
            assertThat(toldAgain.candidacyInDate(ENDED.minusSeconds(1))).isTrue();
        }

        @Test
        void staysEndedWhenItIsToldOnlyAfterItsEnd() {
            Standing toldLate = accepted(aPatient().candidacyExpired(DECISION, ENDED), DECISION, DECIDED, EXPIRES);

            assertThat(toldLate.candidacyInDate(LATER)).isFalse();
            assertThat(toldLate.candidacyInDate(ENDED.minusSeconds(1))).isTrue();
        }

        @Test
        void staysEndedWhenItsEndIsToldWhileAnotherDecisionHolds() {
            Standing ended = accepted(aPatient(), OTHER, DECIDED, EXPIRES).candidacyExpired(DECISION, ENDED);

            assertThat(ended.candidacyInDate(LATER)).isTrue();
            assertThat(accepted(ended, DECISION, DECIDED, EXPIRES).candidacyInDate(LATER)).isFalse();
        }

        @Test
        void endsAtTheEarliestEndThatWasTold() {
            Standing ended = accepted(aPatient(), DECISION, DECIDED, EXPIRES).candidacyExpired(DECISION, ENDED);

            assertThat(ended.candidacyExpired(DECISION, EXPIRES.plusSeconds(1)).candidacyExpiresAt()).isEqualTo(ENDED);
        }

        @Test
        void leavesALaterDecisionAlone() {
            Standing ended = accepted(aPatient(), DECISION, DECIDED, EXPIRES).candidacyExpired(DECISION, ENDED);

            assertThat(accepted(ended, OTHER, LATER, EXPIRES).candidacyInDate(LATER)).isTrue();
        }
    }

    @Test
    void neverLengthensADecisionThatIsToldAgain() {
        Standing decided = accepted(aPatient(), DECISION, DECIDED, ENDED);

        assertThat(accepted(decided, DECISION, DECIDED, EXPIRES).candidacyExpiresAt()).isEqualTo(ENDED);
        assertThat(accepted(decided, DECISION, DECIDED, LATER.minusSeconds(172_800)).candidacyExpiresAt()).isBefore(ENDED);
    }

    @Nested
    class Acceptance {

        @Test
        void goesOnFromTheDecisionThatHeldWhenTheNextWasMade() {
            Standing followed = accepted(accepted(aPatient(), DECISION, DECIDED, LATER), OTHER, LATER, EXPIRES);

            assertThat(followed.candidacySince()).isEqualTo(DECIDED);
            assertThat(accepted(followed, OTHER, LATER, EXPIRES).candidacySince()).isEqualTo(DECIDED);
        }

        @Test
        void beginsAnewAfterAGap() {
            Standing gap = accepted(accepted(aPatient(), DECISION, DECIDED, EXPIRES).candidacyExpired(DECISION, ENDED), OTHER, LATER, EXPIRES);

            assertThat(gap.candidacySince()).isEqualTo(LATER);
        }

        @Test
        void beginsAnewWhenTheGapIsToldOnlyAfterTheNextDecision() {
            Standing gap = accepted(accepted(aPatient(), DECISION, DECIDED, EXPIRES), OTHER, LATER, EXPIRES).candidacyExpired(DECISION, ENDED);

            assertThat(gap.candidacySince()).isEqualTo(LATER);
        }

        @Test
        void beginsAnewAfterARefusal() {
            Standing declined = aPatient().decided(DECISION, CandidacyOutcome.DECLINED, DECIDED, EXPIRES, false, StatedFactors.NONE, Set.of(), null);

            assertThat(accepted(declined, OTHER, LATER, EXPIRES).candidacySince()).isEqualTo(LATER);
        }
    }

    @Test
    void isNotConsentedToWhileNobodyKnowsSinceWhen() {
        assertThat(aPatient().consented(null, EXPIRES).consentValid(LATER)).isFalse();
        assertThat(aPatient().consented(DECIDED, EXPIRES).consentValid(LATER)).isTrue();
    }
}
