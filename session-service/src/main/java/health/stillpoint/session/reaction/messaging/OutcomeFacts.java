package health.stillpoint.session.reaction.messaging;

import health.stillpoint.kit.inbox.EventHandler;
import health.stillpoint.kit.inbox.ReceivedEvent;
import health.stillpoint.session.eligibility.Eligibility;
import health.stillpoint.session.hold.Holds;
import health.stillpoint.session.hold.domain.HoldPolicy;
import jakarta.enterprise.context.ApplicationScoped;

/** Takes over what outcome-service says: baseline, scores, and safety alerts, which hold the next dose. */
final class OutcomeFacts {

    private OutcomeFacts() {
    }

    /** The first dose no longer waits for the baseline. */
    @ApplicationScoped
    static class BaselineCompleted implements EventHandler<BaselineCompletedV1> {

        private final Eligibility eligibility;

        BaselineCompleted(Eligibility eligibility) {
            this.eligibility = eligibility;
        }

        @Override
        public String type() {
            return "outcome.baseline-completed.v1";
        }

        @Override
        public Class<BaselineCompletedV1> dataType() {
            return BaselineCompletedV1.class;
        }

        @Override
        public void on(ReceivedEvent<BaselineCompletedV1> event) {
            eligibility.baselineCompleted(event.data().patientId(), event.data().primaryInstrument(), event.data().completedAt());
        }
    }

    /** Keeps totals with their change from baseline, for the benefit row of titration; a response without a total tells nothing. */
    @ApplicationScoped
    static class ResponseScored implements EventHandler<ResponseScoredV1> {

        private final Eligibility eligibility;

        ResponseScored(Eligibility eligibility) {
            this.eligibility = eligibility;
        }

        @Override
        public String type() {
            return "outcome.response-scored.v1";
        }

        @Override
        public Class<ResponseScoredV1> dataType() {
            return ResponseScoredV1.class;
        }

        @Override
        public void on(ReceivedEvent<ResponseScoredV1> event) {
            ResponseScoredV1 score = event.data();
            if (score.total() != null) {
                eligibility.scored(score.patientId(), score.responseId(), score.instrument(), score.timePoint(), score.total(),
                        score.percentChange(), score.answeredAt());
            }
        }
    }

    /** A critical answer holds the next dose; told again it holds nothing anew. */
    @ApplicationScoped
    static class SafetyAlertRaised implements EventHandler<SafetyAlertRaisedV1> {

        private final Eligibility eligibility;
        private final Holds holds;

        SafetyAlertRaised(Eligibility eligibility, Holds holds) {
            this.eligibility = eligibility;
            this.holds = holds;
        }

        @Override
        public String type() {
            return "outcome.safety-alert-raised.v1";
        }

        @Override
        public Class<SafetyAlertRaisedV1> dataType() {
            return SafetyAlertRaisedV1.class;
        }

        @Override
        public void on(ReceivedEvent<SafetyAlertRaisedV1> event) {
            SafetyAlertRaisedV1 alert = event.data();
            if (eligibility.safetyAlertRaised(alert.patientId(), alert.alertId(), alert.code(), alert.severity(), alert.raisedAt())) {
                HoldPolicy.forSafetyAlert(alert.code(), alert.severity())
                        .ifPresent(hold -> holds.place(alert.patientId(), hold, alert.alertId(), alert.code(), null));
            }
        }
    }

    /** Settled over there; from now on a named clinician may lift the hold here, which stands until then. */
    @ApplicationScoped
    static class SafetyAlertResolved implements EventHandler<SafetyAlertResolvedV1> {

        private final Eligibility eligibility;

        SafetyAlertResolved(Eligibility eligibility) {
            this.eligibility = eligibility;
        }

        @Override
        public String type() {
            return "outcome.safety-alert-resolved.v1";
        }

        @Override
        public Class<SafetyAlertResolvedV1> dataType() {
            return SafetyAlertResolvedV1.class;
        }

        @Override
        public void on(ReceivedEvent<SafetyAlertResolvedV1> event) {
            eligibility.safetyAlertResolved(event.data().patientId(), event.data().alertId(), event.data().resolvedAt());
        }
    }
}
