package health.stillpoint.session.adverseevent.api;

import health.stillpoint.session.adverseevent.domain.AdverseEvent;
import health.stillpoint.session.adverseevent.domain.AdverseEventFinding;
import health.stillpoint.session.adverseevent.domain.AdverseEventTerm;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One report of an adverse event. */
public record AdverseEventView(UUID id, @Schema(description = "The event, the same in all its reports") UUID adverseEventId,
        @Schema(description = "1 for the first report; the highest holds") int number, UUID sessionId,
        @Schema(description = "The last dose of the session before the onset") UUID doseId, AdverseEventTerm term, String description, int grade,
        boolean serious, List<AdverseEventFinding.Criterion> criteria, AdverseEventFinding.Relatedness relatedness, boolean expected,
        AdverseEventFinding.DrugAction drugAction, AdverseEventFinding.Outcome outcome, Instant onsetAt, Instant endedAt, UUID reportedBy,
        Instant reportedAt, String amendmentReason) {

    static AdverseEventView of(AdverseEvent report) {
        AdverseEventFinding finding = report.finding();
        return new AdverseEventView(report.id(), report.adverseEventId(), report.number(), report.sessionId(), report.doseId(), finding.term(),
                finding.description(), finding.grade(), finding.serious(), finding.criteria().stream().sorted().toList(), finding.relatedness(),
                finding.expected(), finding.drugAction(), finding.outcome(), finding.onsetAt(), finding.endedAt(), report.reportedBy(),
                report.reportedAt(), report.amendmentReason());
    }

    @Override
    public String toString() {
        return "AdverseEventView[" + id + "]";
    }
}
