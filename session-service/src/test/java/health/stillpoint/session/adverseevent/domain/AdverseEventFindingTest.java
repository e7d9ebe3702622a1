package health.stillpoint.session.adverseevent.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.stillpoint.session.adverseevent.domain.AdverseEventFinding.Criterion;
import health.stillpoint.session.adverseevent.domain.AdverseEventFinding.DrugAction;
import health.stillpoint.session.adverseevent.domain.AdverseEventFinding.Outcome;
import health.stillpoint.session.adverseevent.domain.AdverseEventFinding.Relatedness;
import health.stillpoint.session.hold.domain.HoldCode;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdverseEventFindingTest {

    private static final Instant ONSET = Instant.parse("2026-03-09T10:10:00Z");

    @ParameterizedTest(name = "{0} of grade {1}, {2}, is serious: {3}")
    @CsvSource({
        "VOMITING, 3, NOT_RECOVERED, false", "VOMITING, 4, NOT_RECOVERED, true", "VOMITING, 5, FATAL, true", "OTHER, 1, FATAL, true",
        "SUICIDAL_IDEATION, 3, NOT_RECOVERED, false", "DEPRESSED_CONSCIOUSNESS, 3, RECOVERED, false",
        "SEIZURE, 1, RECOVERED, true", "SUICIDE_ATTEMPT, 1, RECOVERED, true", "ANAPHYLAXIS, 1, RECOVERED, true",
        "LOSS_OF_CONSCIOUSNESS, 1, RECOVERED, true"})
    void isSeriousByItsTermItsGradeOrItsOutcome(AdverseEventTerm term, int grade, Outcome outcome, boolean serious) {
        assertThat(finding(term, grade, Set.of(), Relatedness.POSSIBLE, outcome).serious()).isEqualTo(serious);
    }

    @ParameterizedTest
    @EnumSource(Criterion.class)
    void isSeriousByEveryCriterion(Criterion criterion) {
        assertThat(finding(AdverseEventTerm.NAUSEA, 1, Set.of(criterion), Relatedness.UNRELATED, Outcome.RECOVERED).serious()).isTrue();
    }

    @ParameterizedTest(name = "{0} {1} {2} holds by {3}")
    @CsvSource({
        "1, DEFINITE, NOT_RECOVERED,", "2, POSSIBLE, NOT_RECOVERED, H_AE2", "3, DEFINITE, RECOVERING, H_AE2", "2, POSSIBLE, UNKNOWN, H_AE2",
        "2, UNLIKELY, NOT_RECOVERED,", "2, DEFINITE, RECOVERED,", "3, DEFINITE, RECOVERED_WITH_SEQUELAE,",
        "4, POSSIBLE, RECOVERED, H_SAE", "4, UNLIKELY, NOT_RECOVERED,", "5, PROBABLE, FATAL, H_SAE"})
    void holdsTheNextDoseWhenTheDrugMayHaveCausedIt(int grade, Relatedness relatedness, Outcome outcome, HoldCode hold) {
        Set<HoldCode> holds = AdverseEventHolds.of(finding(AdverseEventTerm.VOMITING, grade, Set.of(), relatedness, outcome));

        assertThat(holds).isEqualTo(hold == null ? Set.of() : Set.of(hold));
    }

    @Test
    void holdsByAnAmendmentOnlyForWhatWasNotReportedBefore() {
        AdverseEventFinding moderate = finding(AdverseEventTerm.VOMITING, 2, Set.of(), Relatedness.PROBABLE, Outcome.NOT_RECOVERED);
        AdverseEventFinding admitted =
                finding(AdverseEventTerm.VOMITING, 3, Set.of(Criterion.ADMISSION), Relatedness.PROBABLE, Outcome.NOT_RECOVERED);

        assertThat(AdverseEventHolds.of(admitted, moderate)).containsExactly(HoldCode.H_SAE);
        assertThat(AdverseEventHolds.of(admitted, admitted)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 6})
    void hasAGradeOfOneToFive(int grade) {
        assertThatThrownBy(() -> finding(AdverseEventTerm.NAUSEA, grade, Set.of(), Relatedness.POSSIBLE, Outcome.UNKNOWN))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static AdverseEventFinding finding(AdverseEventTerm term, int grade, Set<Criterion> criteria, Relatedness relatedness, Outcome outcome) {
        return new AdverseEventFinding(term, null, grade, criteria, relatedness, true, DrugAction.DOSE_NOT_CHANGED, outcome, ONSET, null);
    }
}
