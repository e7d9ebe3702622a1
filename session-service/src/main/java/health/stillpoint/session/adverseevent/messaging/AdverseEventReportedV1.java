package health.stillpoint.session.adverseevent.messaging;

import health.stillpoint.session.adverseevent.domain.AdverseEvent;
import java.time.Instant;
import java.util.UUID;

/** Wire form of {@code session.adverse-event-reported.v1}. */
public record AdverseEventReportedV1(UUID patientId, UUID adverseEventId, boolean serious, Instant reportedAt, UUID sessionId, UUID courseId,
        String kind, int grade, String relatedness, Instant onsetAt) {

    public static final String TYPE = "session.adverse-event-reported.v1";

    public static AdverseEventReportedV1 of(AdverseEvent report) {
        return new AdverseEventReportedV1(report.patientId(), report.adverseEventId(), report.finding().serious(), report.reportedAt(),
                report.sessionId(), report.courseId(), report.finding().term().name(), report.finding().grade(),
                report.finding().relatedness().name(), report.finding().onsetAt());
    }
}
