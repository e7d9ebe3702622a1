package health.stillpoint.session.checklist.domain;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What it takes to answer a checklist better than before.
 *
 * <p>The document gives a NO_GO no override (dosing section 4); what turned out to be wrong, or has passed, is answered again by a
 * prescriber with the reason (ours, P). A blood pressure above GO is repeated after the wait that section asks for, counted from when it
 * was taken and from when it was written down: a moment that somebody states is no proof that time has passed (ours).
 */
public final class ChecklistReplacement {

    /** Why the better answers are not taken. */
    public enum Refusal {
        /** A NO_GO is taken back without saying why. */
        REASON_MISSING,
        /** Only a prescriber takes a NO_GO back. */
        PRESCRIBER_REQUIRED,
        /** The blood pressure was not repeated after the waiting time. */
        REPEATED_TOO_SOON
    }

    private final Duration wait;

    /** @param configured a clinic's own limits; the published ones hold for the rest */
    public ChecklistReplacement(Map<ChecklistLimit, BigDecimal> configured) {
        this.wait = Duration.ofMinutes(configured.getOrDefault(ChecklistLimit.REMEASURE_MINUTES, ChecklistLimit.REMEASURE_MINUTES.standard()).longValue());
    }

    /**
     * Everything that stands against the new list.
     *
     * @param reason why a NO_GO is taken back; null when not said
     * @param now later than this nothing was measured
     */
    public List<Refusal> unmet(PreDoseChecklist earlier, PreDoseAnswers answers, List<ChecklistRow> rows, boolean prescriber, String reason,
            Instant now) {
        List<Refusal> unmet = new ArrayList<>();
        if (earlier.result() == ChecklistResult.NO_GO && ChecklistPolicy.overall(rows) != ChecklistResult.NO_GO) {
            if (reason == null || reason.isBlank()) {
                unmet.add(Refusal.REASON_MISSING);
            }
            if (!prescriber) {
                unmet.add(Refusal.PRESCRIBER_REQUIRED);
            }
        }
        if (pressureRepeated(earlier, answers, rows) && (repeatedAt(earlier, answers, now).isBefore(earlier.assessedAt().plus(wait))
                || now.isBefore(earlier.recordedAt().plus(wait)))) {
            unmet.add(Refusal.REPEATED_TOO_SOON);
        }
        return List.copyOf(unmet);
    }

    /** A worse blood pressure is taken at any time. */
    private static boolean pressureRepeated(PreDoseChecklist earlier, PreDoseAnswers answers, List<ChecklistRow> rows) {
        ChecklistResult before = pressure(earlier.rows());
        int change = pressure(rows).compareTo(before);
        boolean repetitionAdded = !Objects.equals(answers.bloodPressure().remeasured(), earlier.answers().bloodPressure().remeasured());
        return before != ChecklistResult.GO && (change < 0 || change == 0 && repetitionAdded);
    }

    /** New first readings were taken when the list was assessed; a repetition beside the same first readings by now. */
    private static Instant repeatedAt(PreDoseChecklist earlier, PreDoseAnswers answers, Instant now) {
        return answers.bloodPressure().readings().equals(earlier.answers().bloodPressure().readings()) ? now : answers.assessedAt();
    }

    private static ChecklistResult pressure(List<ChecklistRow> rows) {
        return rows.stream().filter(row -> row.item() == ChecklistItem.BLOOD_PRESSURE).map(ChecklistRow::result).findFirst()
                .orElse(ChecklistResult.NO_GO);
    }
}
