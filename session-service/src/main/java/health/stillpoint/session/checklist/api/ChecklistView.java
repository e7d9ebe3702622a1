package health.stillpoint.session.checklist.api;

import health.stillpoint.session.checklist.domain.ChecklistResult;
import health.stillpoint.session.checklist.domain.ChecklistRow;
import health.stillpoint.session.checklist.domain.PreDoseChecklist;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A judged checklist. */
public record ChecklistView(UUID id, long version, UUID sessionId, ChecklistResult result, List<ChecklistRow> rows, Instant assessedAt,
        Instant recordedAt, UUID recordedBy, UUID signedBy, Instant signedAt, String signatureReason) {

    static ChecklistView of(PreDoseChecklist checklist) {
        return new ChecklistView(checklist.id(), checklist.version(), checklist.sessionId(), checklist.result(), checklist.rows(),
                checklist.assessedAt(), checklist.recordedAt(), checklist.recordedBy(), checklist.signedBy(), checklist.signedAt(),
                checklist.signatureReason());
    }

    @Override
    public String toString() {
        return "ChecklistView[" + sessionId + "]";
    }
}
