package health.stillpoint.session.checklist.domain;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.session.checklist.domain.PreDoseAnswers.BloodPressure;
import health.stillpoint.session.checklist.domain.PreDoseAnswers.BloodPressures;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChecklistReplacementTest {

    private static final Instant FIRST = Instant.parse("2026-03-09T09:00:00Z");
    private static final ChecklistReplacement REPLACEMENT = new ChecklistReplacement(Map.of());

    @ParameterizedTest(name = "{0} becomes {1}, prescriber {2}, reason {3}: {4}")
    @CsvSource({"NO_GO, GO, false, , REASON_MISSING PRESCRIBER_REQUIRED", "NO_GO, GO, true, , REASON_MISSING", "NO_GO, GO, true, ' ', REASON_MISSING",
            "NO_GO, GO, false, mistyped, PRESCRIBER_REQUIRED", "NO_GO, GO, true, mistyped, ''", "NO_GO, CAUTION, false, , REASON_MISSING PRESCRIBER_REQUIRED",
            "NO_GO, NO_GO, false, , ''", "CAUTION, GO, false, , ''", "GO, NO_GO, false, , ''", "GO, GO, false, , ''"})
    void letsOnlyAPrescriberWithAReasonTakeANoGoBack(ChecklistResult before, ChecklistResult after, boolean prescriber, String reason, String unmet) {
        List<ChecklistReplacement.Refusal> found = REPLACEMENT.unmet(checklist(readings(120, null), rows(before, ChecklistResult.GO)),
                answers(FIRST, readings(120, null)), rows(after, ChecklistResult.GO), prescriber, reason, FIRST);

        assertThat(String.join(" ", found.stream().map(Enum::name).toList())).isEqualTo(unmet);
    }

    @ParameterizedTest(name = "{0} becomes {1} with readings taken {2} min later: too soon = {3}")
    @CsvSource({"CAUTION, GO, 14, true", "CAUTION, GO, 15, false", "NO_GO, GO, 14, true", "NO_GO, CAUTION, 14, true", "NO_GO, CAUTION, 15, false",
            "CAUTION, NO_GO, 1, false", "CAUTION, CAUTION, 1, false", "GO, GO, 1, false"})
    void waitsBeforeABetterBloodPressureCounts(ChecklistResult before, ChecklistResult after, int minutes, boolean tooSoon) {
        List<ChecklistReplacement.Refusal> found = REPLACEMENT.unmet(checklist(readings(150, null), rows(ChecklistResult.GO, before)),
                answers(FIRST.plus(Duration.ofMinutes(minutes)), readings(125, null)), rows(ChecklistResult.GO, after), true, "repeated",
                FIRST.plus(Duration.ofHours(1)));

        assertThat(found).isEqualTo(tooSoon ? List.of(ChecklistReplacement.Refusal.REPEATED_TOO_SOON) : List.of());
    }

    @ParameterizedTest(name = "a repetition beside the same first readings, sent {0} min later, {1}: too soon = {2}")
    @CsvSource({"14, GO, true", "15, GO, false", "14, CAUTION, true", "15, CAUTION, false", "1, NO_GO, false"})
    void doesNotBelieveARepetitionThatCannotHaveBeenMadeYet(int minutes, ChecklistResult after, boolean tooSoon) {
        List<ChecklistReplacement.Refusal> found = REPLACEMENT.unmet(checklist(readings(150, null), rows(ChecklistResult.GO, ChecklistResult.CAUTION)),
                answers(FIRST, readings(150, 130)), rows(ChecklistResult.GO, after), false, null, FIRST.plus(Duration.ofMinutes(minutes)));

        assertThat(found).isEqualTo(tooSoon ? List.of(ChecklistReplacement.Refusal.REPEATED_TOO_SOON) : List.of());
    }

    @ParameterizedTest(name = "taken half an hour after, sent {0} min after the first list was written down: too soon = {1}")
    @CsvSource({"14, true", "15, false"})
    void believesNoReadingThatIsSaidToLieBack(int minutes, boolean tooSoon) {
        Instant written = FIRST.plus(Duration.ofMinutes(30));
        List<ChecklistReplacement.Refusal> found = REPLACEMENT.unmet(
                checklist(readings(150, null), rows(ChecklistResult.GO, ChecklistResult.CAUTION), written), answers(written, readings(125, null)),
                rows(ChecklistResult.GO, ChecklistResult.GO), false, null, written.plus(Duration.ofMinutes(minutes)));

        assertThat(found).isEqualTo(tooSoon ? List.of(ChecklistReplacement.Refusal.REPEATED_TOO_SOON) : List.of());
    }

    @Test
    void takesAClinicsOwnWait() {
        ChecklistReplacement longer = new ChecklistReplacement(Map.of(ChecklistLimit.REMEASURE_MINUTES, new BigDecimal("20")));

        assertThat(longer.unmet(checklist(readings(150, null), rows(ChecklistResult.GO, ChecklistResult.CAUTION)),
                answers(FIRST.plus(Duration.ofMinutes(19)), readings(125, null)), rows(ChecklistResult.GO, ChecklistResult.GO), false, null,
                FIRST.plus(Duration.ofHours(1)))).containsExactly(ChecklistReplacement.Refusal.REPEATED_TOO_SOON);
    }

    @Test
    void namesTheAnswersThatChanged() {
        PreDoseAnswers first = answers(FIRST, readings(150, null));

        assertThat(first.changedSince(null)).containsExactly("assessedAt", "bloodPressure");
        assertThat(answers(FIRST, readings(150, null)).changedSince(first)).isEmpty();
        assertThat(answers(FIRST, readings(150, 130)).changedSince(first)).containsExactly("bloodPressure");
    }

    private static List<ChecklistRow> rows(ChecklistResult heart, ChecklistResult pressure) {
        return List.of(new ChecklistRow(ChecklistItem.HEART_RATE, heart, "", "", ""), new ChecklistRow(ChecklistItem.BLOOD_PRESSURE, pressure, "", "", ""));
    }

    private static PreDoseChecklist checklist(BloodPressures pressures, List<ChecklistRow> rows) {
        return checklist(pressures, rows, FIRST);
    }

    private static PreDoseChecklist checklist(BloodPressures pressures, List<ChecklistRow> rows, Instant recordedAt) {
        return new PreDoseChecklist(new UUID(0, 1), new UUID(0, 2), new UUID(0, 3), answers(FIRST, pressures), rows, ChecklistPolicy.overall(rows),
                BigDecimal.TEN, BigDecimal.ONE, FIRST, recordedAt, new UUID(0, 4), null, null, null, 0);
    }

    private static BloodPressures readings(int first, Integer again) {
        return new BloodPressures(Collections.nCopies(2, new BloodPressure(first, 80)), 5,
                again == null ? null : Collections.nCopies(2, new BloodPressure(again, 80)), again == null ? null : 15);
    }

    private static PreDoseAnswers answers(Instant assessedAt, BloodPressures pressures) {
        return new PreDoseAnswers(assessedAt, null, null, null, null, null, pressures, null, null, null, null, null, null, null, null,
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }
}
