package health.stillpoint.session.session.api;

import health.stillpoint.session.session.domain.SessionKind;
import health.stillpoint.session.session.domain.SessionState;
import health.stillpoint.session.session.domain.TreatmentSession;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A session. */
public record SessionView(UUID id, long version, UUID patientId, UUID courseId, SessionKind kind,
        @Schema(enumeration = {"PLANNED", "CHECKED_IN", "IN_PROGRESS", "MONITORING", "COMPLETED", "CANCELLED", "NO_SHOW"}) String state,
        Instant plannedStart, Instant plannedEnd, UUID practitionerId, String room,
        @Schema(description = "Dose given in this session, or integrated by it") UUID doseId,
        Instant checkedInAt, Instant startedAt, Instant doseEndedAt, Instant recoveredAt, Instant endedAt,
        Long durationMinutes, @Schema(description = "A signed preparation of 60 minutes or more") boolean countsAsPreparation,
        EscortBody escort) {

    public static SessionView of(TreatmentSession session) {
        SessionState state = session.state();
        UUID dose = state instanceof SessionState.Monitoring monitoring ? monitoring.doseId() : session.integratesDoseId();
        Instant doseEnded = state instanceof SessionState.Monitoring monitoring ? monitoring.doseEndedAt() : null;
        Instant recovered = state instanceof SessionState.Monitoring monitoring ? monitoring.recoveredAt() : null;
        return new SessionView(session.id(), session.version(), session.patientId(), session.courseId(), session.kind(), state.code(),
                session.plannedStart(), session.plannedEnd(), session.practitionerId(), session.room(), dose, session.checkedInAt(),
                session.startedAt(), doseEnded, recovered, endedAt(state),
                session.signedDuration() == null ? null : session.signedDuration().toMinutes(), session.countsAsPreparation(),
                EscortBody.of(session.arrivingEscort()));
    }

    private static Instant endedAt(SessionState state) {
        return switch (state) {
            case SessionState.Completed completed -> completed.at();
            case SessionState.Cancelled cancelled -> cancelled.at();
            case SessionState.NoShow noShow -> noShow.at();
            case SessionState.Planned _, SessionState.CheckedIn _, SessionState.InProgress _, SessionState.Monitoring _ -> null;
        };
    }

    @Override
    public String toString() {
        return "SessionView[" + id + "]";
    }
}
