package health.stillpoint.session.adverseevent.domain;

import health.stillpoint.session.session.domain.TreatmentSession;
import java.time.Instant;
import java.util.UUID;

/**
 * One report of an adverse event: the first, or an amendment of it. Never changed.
 *
 * @param id of the report
 * @param adverseEventId of the event, the same in all its reports
 * @param number 1 for the first report; the highest holds
 * @param doseId the last dose before its onset; null when none was given by then
 * @param amendmentReason why it was amended; null in the first report
 */
public record AdverseEvent(UUID id, UUID adverseEventId, int number, UUID patientId, UUID courseId, UUID sessionId, UUID doseId,
        AdverseEventFinding finding, UUID reportedBy, Instant reportedAt, String amendmentReason) {

    /** What stands where words were. */
    private static final String ERASED = "[erased]";

    /** Also the event's id. */
    public static AdverseEvent first(UUID id, TreatmentSession session, UUID doseId, AdverseEventFinding finding, UUID by, Instant at) {
        return new AdverseEvent(id, id, 1, session.patientId(), session.courseId(), session.id(), doseId, finding, by, at, null);
    }

    public AdverseEvent amended(UUID reportId, UUID dose, AdverseEventFinding judged, String reason, UUID by, Instant at) {
        return new AdverseEvent(reportId, adverseEventId, number + 1, patientId, courseId, sessionId, dose, judged, by, at, reason);
    }

    /** The same by its codes alone, of a person whose identity was removed. */
    public AdverseEvent withoutWords() {
        return new AdverseEvent(id, adverseEventId, number, patientId, courseId, sessionId, doseId, finding.withoutWords(), reportedBy, reportedAt,
                erased(amendmentReason));
    }

    static String erased(String words) {
        return words == null ? null : ERASED;
    }

    @Override
    public String toString() {
        return "AdverseEvent[" + adverseEventId + ", " + number + "]";
    }
}
