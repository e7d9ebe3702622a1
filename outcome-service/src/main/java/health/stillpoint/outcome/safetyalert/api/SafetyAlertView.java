package health.stillpoint.outcome.safetyalert.api;

import health.stillpoint.outcome.careteam.domain.CareTeam;
import health.stillpoint.outcome.instrument.domain.AlertSeverity;
import health.stillpoint.outcome.safetyalert.domain.AlertFilter;
import health.stillpoint.outcome.safetyalert.domain.AlertState;
import health.stillpoint.outcome.safetyalert.domain.SafetyAlert;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something a clinician must hear. Moments are clinic time in UTC. */
@Schema(name = "SafetyAlert")
public record SafetyAlertView(
        UUID id,
        long version,
        UUID patientId,
        @Schema(description = "Absent when the alert is about an answer that did not come") UUID responseId,
        UUID assessmentId,
        @Schema(examples = "PHQ9") String instrument,
        @Schema(examples = "PHQ9_SI_PRESENT") String code,
        AlertSeverity severity,
        @Schema(description = "Items it rests on") List<Integer> items,
        @Schema(description = "What the catalogue asks the clinician to do") String action,
        AlertFilter.Status status,
        Instant raisedAt,
        @Schema(description = "When it was passed on because nobody had taken it in time") Instant escalatedAt,
        Instant acknowledgedAt,
        @Schema(description = "Subject of the token") String acknowledgedBy,
        Instant resolvedAt,
        @Schema(description = "Subject of the token; absent when the missing item was answered") String resolvedBy,
        @Schema(description = "Why it is over: a clinician's words, or ITEM_ANSWERED") String reason,
        @Schema(description = "To whom it goes now: the patient's care team, and the clinic's prescribers and monitors "
                + "once it was escalated, while no clinician who signs in is on the team, or, when ORANGE or RED, while no "
                + "prescriber is; never empty") List<RecipientView> recipients) {

    /** Somebody to whom an alert goes. */
    @Schema(name = "AlertRecipient")
    public record RecipientView(
            @Schema(description = "Absent = everybody of the clinic with this role") UUID practitionerId,
            @Schema(examples = "LEAD_PRESCRIBER") String role) {}

    static SafetyAlertView of(SafetyAlert alert, long version, CareTeam team) {
        SafetyAlert.Cause cause = alert.cause();
        AlertState state = alert.state();
        Optional<AlertState.Acknowledged> taken = as(AlertState.Acknowledged.class, state);
        Optional<AlertState.Resolved> ended = as(AlertState.Resolved.class, state);
        return new SafetyAlertView(
                alert.id().value(),
                version,
                cause.patient().value(),
                cause.response().orElse(null),
                cause.assessment(),
                cause.instrument().value(),
                cause.code(),
                cause.severity(),
                cause.items(),
                cause.action().orElse(null),
                AlertFilter.Status.of(state),
                alert.raisedAt(),
                alert.escalatedAt().orElse(null),
                taken.map(AlertState.Acknowledged::at).orElse(null),
                taken.map(AlertState.Acknowledged::by).orElse(null),
                ended.map(AlertState.Resolved::at).orElse(null),
                ended.map(AlertState.Resolved::by).filter(by -> !by.isEmpty()).orElse(null),
                ended.map(AlertState.Resolved::reason).orElse(null),
                team.recipients(alert.escalatedAt().isPresent(), alert.needsPrescriber()).stream()
                        .map(recipient -> new RecipientView(recipient.practitionerId(), recipient.role()))
                        .toList());
    }

    private static <S extends AlertState> Optional<S> as(Class<S> type, AlertState state) {
        return Optional.of(state).filter(type::isInstance).map(type::cast);
    }

    @Override
    public String toString() {
        return "SafetyAlertView[id=" + id + "]";
    }
}
