package health.stillpoint.session.adverseevent.messaging;

import health.stillpoint.kit.id.Ids;
import health.stillpoint.kit.outbox.OutboundEvent;
import health.stillpoint.kit.outbox.Outbox;
import health.stillpoint.session.adverseevent.AdverseEventReports;
import health.stillpoint.session.adverseevent.domain.AdverseEvent;
import jakarta.enterprise.context.ApplicationScoped;

/** Puts the facts of adverse events into the outbox. */
@ApplicationScoped
class OutboxAdverseEventReports implements AdverseEventReports {

    private final Outbox outbox;

    OutboxAdverseEventReports(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void reported(AdverseEvent report) {
        outbox.append(new OutboundEvent(Ids.next(), AdverseEventReportedV1.TYPE, report.patientId(), report.reportedAt(),
                AdverseEventReportedV1.of(report)));
    }
}
