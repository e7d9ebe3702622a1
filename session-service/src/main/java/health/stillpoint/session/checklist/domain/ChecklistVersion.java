package health.stillpoint.session.checklist.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A checklist as it once stood. Kept however often the list is answered or signed afterwards.
 *
 * @param number counts the versions of a session's list from 0
 * @param changedFields names of the answers that the version before it did not hold; none when it was signed
 * @param reason why a NO_GO was taken back, or why a CAUTION was signed; null otherwise
 */
public record ChecklistVersion(long number, PreDoseAnswers answers, List<ChecklistRow> rows, ChecklistResult result, Instant assessedAt,
        Instant recordedAt, UUID recordedBy, UUID signedBy, Instant signedAt, List<String> changedFields, String reason) {

    public ChecklistVersion {
        rows = List.copyOf(rows);
        changedFields = List.copyOf(changedFields);
    }

    @Override
    public String toString() {
        return "ChecklistVersion[" + number + "]";
    }
}
