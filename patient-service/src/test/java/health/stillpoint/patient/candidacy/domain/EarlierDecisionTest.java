package health.stillpoint.patient.candidacy.domain;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.patient.fixtures.Earlier;
import health.stillpoint.patient.fixtures.Person;
import health.stillpoint.patient.screening.domain.FindingClass;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A decision of rule set 2026.4, stored before it was asked who is a psychiatrist. */
class EarlierDecisionTest {

    private final CandidacyInputs inputs = Earlier.as(Earlier.DECISION.get("inputs"), CandidacyInputs.class);
    private final CandidacyResult result = Earlier.as(Earlier.DECISION.get("result"), CandidacyResult.class);

    @Test
    void saysWhatItSaidThen() {
        assertThat(result.ruleSetVersion()).isEqualTo("2026.4");
        assertThat(result.outcome()).isEqualTo(CandidacyOutcome.ACCEPTED_WITH_CONDITIONS);
        assertThat(result.secondReaderRequired()).isTrue();
        assertThat(result.rules()).hasSize(99);
    }

    @Test
    void keepsWhatWasLookedAt() {
        assertThat(inputs.at()).isEqualTo(Instant.parse("2026-03-02T15:00:00Z"));
        assertThat(inputs.suicideAlertAt()).isEqualTo(Instant.parse("2025-11-02T10:00:00Z"));
        assertThat(inputs.stoppedForHarmAt()).isNull();
        assertThat(inputs.clearances()).singleElement().satisfies(clearance -> assertThat(clearance.doseFactor()).isNull());
        assertThat(inputs.earlierExclusions()).singleElement()
                .satisfies(earlier -> assertThat(earlier.findingClass()).isEqualTo(FindingClass.ABS));
        assertThat(inputs.override().byPsychiatrist()).isFalse();
    }

    @Test
    void isNoOverrideOfAPsychiatristForTheRulesOfToday() {
        CandidacyResult now = Person.candidacy().decide(inputs);

        assertThat(now.ruleSetVersion()).isNotEqualTo(result.ruleSetVersion());
        assertThat(now.outcome()).isEqualTo(CandidacyOutcome.DEFERRED);
        assertThat(now.reasonCodes()).contains("NOT_RESISTANT").doesNotContain("PATIENT_CANNOT_WAIT");
    }
}
