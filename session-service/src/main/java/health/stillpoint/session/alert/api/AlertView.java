package health.stillpoint.session.alert.api;

import health.stillpoint.session.alert.domain.AlertCode;
import health.stillpoint.session.alert.domain.Severity;
import health.stillpoint.session.alert.domain.VitalAlert;
import health.stillpoint.session.careteam.domain.CareTeam;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An alert. */
public record AlertView(UUID id, long version, UUID sessionId, Severity severity, Set<AlertCode> codes, Instant measuredAt, Instant raisedAt,
        @Schema(description = "Who is asked to act now") VitalAlert.Responder responder, int escalationLevel, Instant escalatedAt,
        boolean open, UUID acknowledgedBy, Instant acknowledgedAt, String action,
        @Schema(description = "To whom it goes: the patient's care team, and the clinic's prescribers and monitors once it was escalated, while no clinician who signs in is on the team, or, when ORANGE or RED, while no prescriber is; its administrators too when those did not take it; never empty")
        List<RecipientView> recipients) {

    /** Somebody to whom an alert goes. */
    @Schema(name = "AlertRecipient")
    public record RecipientView(@Schema(description = "Absent = everybody of the clinic with this role") UUID practitionerId,
            @Schema(examples = "LEAD_PRESCRIBER") String role) {
    }

    public static AlertView of(VitalAlert alert, CareTeam team) {
        return new AlertView(alert.id(), alert.version(), alert.sessionId(), alert.severity(), alert.sortedCodes(), alert.measuredAt(),
                alert.raisedAt(), alert.responder(), alert.escalationLevel(), alert.escalatedAt(), alert.open(), alert.acknowledgedBy(),
                alert.acknowledgedAt(), alert.action(),
                recipients(alert, team));
    }

    private static List<RecipientView> recipients(VitalAlert alert, CareTeam team) {
        Stream<RecipientView> careTeam = team.recipients(alert.escalated(), alert.needsPrescriber()).stream()
                .map(recipient -> new RecipientView(recipient.practitionerId(), recipient.role()));
        return Stream.concat(careTeam, alert.asksClinicAdmin() ? Stream.of(new RecipientView(null, "CLINIC_ADMIN")) : Stream.empty()).toList();
    }

    @Override
    public String toString() {
        return "AlertView[" + id + "]";
    }
}
