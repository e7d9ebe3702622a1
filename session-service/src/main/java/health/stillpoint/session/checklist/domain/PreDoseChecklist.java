package health.stillpoint.session.checklist.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A judged checklist of one dosing session; a new answer replaces it as a whole until the dose is given.
 *
 * @param systolic pre-dose mean of the readings the policy counted, mmHg; rises during the session are measured from it
 * @param diastolic of the same readings
 * @param signedBy the prescriber who signed a CAUTION, with a reason; null until then
 */
public record PreDoseChecklist(UUID id, UUID sessionId, UUID patientId, PreDoseAnswers answers, List<ChecklistRow> rows,
        ChecklistResult result, BigDecimal systolic, BigDecimal diastolic, Instant assessedAt, Instant recordedAt, UUID recordedBy, UUID signedBy, Instant signedAt,
        String signatureReason, long version) {

    public PreDoseChecklist {
        rows = List.copyOf(rows);
    }

    public PreDoseChecklist signed(UUID by, String reason, Instant at) {
        return new PreDoseChecklist(id, sessionId, patientId, answers, rows, result, systolic, diastolic, assessedAt, recordedAt, recordedBy, by,
                at, reason, version);
    }

    /** GO, or a CAUTION that a prescriber has signed. */
    public boolean permits() {
        return result == ChecklistResult.GO || result == ChecklistResult.CAUTION && signedBy != null;
    }

    @Override
    public String toString() {
        return "PreDoseChecklist[" + sessionId + "]";
    }
}
