package health.stillpoint.outcome.assessment.messaging;

import health.stillpoint.kit.announce.Announcer;
import health.stillpoint.kit.id.Ids;
import health.stillpoint.kit.outbox.OutboundEvent;
import health.stillpoint.kit.outbox.Outbox;
import health.stillpoint.outcome.assessment.domain.Assessment;
import health.stillpoint.outcome.assessment.domain.AssessmentEvents;
import health.stillpoint.outcome.assessment.domain.AssessmentRepository;
import health.stillpoint.outcome.assessment.domain.TimePoint;
import health.stillpoint.outcome.instrument.domain.InstrumentCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;

/** Tells the other services about assessments, and again which baselines are complete. */
@ApplicationScoped
class OutboxAssessmentEvents implements AssessmentEvents, Announcer {

    private final Outbox outbox;
    private final AssessmentRepository assessments;

    OutboxAssessmentEvents(Outbox outbox, AssessmentRepository assessments) {
        this.outbox = outbox;
        this.assessments = assessments;
    }

    @Override
    public void due(Assessment assessment, Instant at) {
        outbox.append(fact(AssessmentDueV1.TYPE, assessment, at, AssessmentDueV1.of(assessment)));
    }

    @Override
    public void missed(Assessment assessment) {
        Instant at = assessment.missedAt().orElseThrow();
        outbox.append(fact(AssessmentMissedV1.TYPE, assessment, at, AssessmentMissedV1.of(assessment)));
    }

    @Override
    public void baselineCompleted(Assessment baseline, InstrumentCode primaryInstrument) {
        outbox.append(completed(baseline, primaryInstrument));
    }

    @Override
    public void announce(UUID clinicId, Consumer<OutboundEvent> sink) {
        assessments.completed(TimePoint.BASELINE).forEach(baseline ->
                sink.accept(completed(baseline, baseline.required().getFirst())));
    }

    private static OutboundEvent completed(Assessment baseline, InstrumentCode primaryInstrument) {
        Instant at = baseline.completedAt().orElseThrow();
        return fact(BaselineCompletedV1.TYPE, baseline, at, BaselineCompletedV1.of(baseline, primaryInstrument));
    }

    private static OutboundEvent fact(String type, Assessment assessment, Instant at, Object data) {
        return new OutboundEvent(Ids.next(), type, assessment.patient().value(), at, data);
    }
}
