package health.stillpoint.session.session.persistence;

import health.stillpoint.kit.persistence.ClinicEntity;
import health.stillpoint.session.session.domain.Escort;
import health.stillpoint.session.session.domain.SessionKind;
import health.stillpoint.session.session.domain.SessionState;
import health.stillpoint.session.session.domain.TreatmentSession;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Row of {@code treatment_session}. */
@Entity
@DynamicUpdate
@Table(name = "treatment_session")
public class TreatmentSessionEntity extends ClinicEntity {

    public UUID patientId;
    public UUID courseId;
    @Enumerated(EnumType.STRING)
    public SessionKind kind;
    public Instant plannedStart;
    public Instant plannedEnd;
    public UUID practitionerId;
    public String room;
    public UUID integratesDoseId;
    public String state;
    public Instant checkedInAt;
    public Instant startedAt;
    public Integer signedDurationSeconds;
    public UUID doseId;
    public Instant doseEndedAt;
    public Instant recoveredAt;
    public Instant endedAt;
    public UUID endedBy;
    public String endReason;
    @JdbcTypeCode(SqlTypes.JSON)
    public Escort escort;

    TreatmentSession toDomain() {
        Duration signed = signedDurationSeconds == null ? null : Duration.ofSeconds(signedDurationSeconds);
        return new TreatmentSession(id, patientId, courseId, kind, plannedStart, plannedEnd, practitionerId, room, integratesDoseId,
                stateOf(), checkedInAt, startedAt, signed, escort, version);
    }

    private SessionState stateOf() {
        return switch (state) {
            case "PLANNED" -> new SessionState.Planned();
            case "CHECKED_IN" -> new SessionState.CheckedIn(checkedInAt);
            case "IN_PROGRESS" -> new SessionState.InProgress(startedAt);
            case "MONITORING" -> new SessionState.Monitoring(doseId, doseEndedAt, recoveredAt);
            case "COMPLETED" -> new SessionState.Completed(endedAt, endedBy);
            case "CANCELLED" -> new SessionState.Cancelled(endedAt, endReason);
            case "NO_SHOW" -> new SessionState.NoShow(endedAt);
            default -> throw new IllegalStateException("unknown session state");
        };
    }

    void copyFrom(TreatmentSession session) {
        patientId = session.patientId();
        courseId = session.courseId();
        kind = session.kind();
        plannedStart = session.plannedStart();
        plannedEnd = session.plannedEnd();
        practitionerId = session.practitionerId();
        room = session.room();
        integratesDoseId = session.integratesDoseId();
        checkedInAt = session.checkedInAt();
        startedAt = session.startedAt();
        signedDurationSeconds = session.signedDuration() == null ? null : (int) session.signedDuration().toSeconds();
        escort = session.arrivingEscort();
        copyState(session.state());
    }

    private void copyState(SessionState next) {
        state = next.code();
        switch (next) {
            case SessionState.Monitoring monitoring -> {
                doseId = monitoring.doseId();
                doseEndedAt = monitoring.doseEndedAt();
                recoveredAt = monitoring.recoveredAt();
            }
            case SessionState.Completed completed -> {
                endedAt = completed.at();
                endedBy = completed.by();
            }
            case SessionState.Cancelled cancelled -> {
                endedAt = cancelled.at();
                endReason = cancelled.reason();
            }
            case SessionState.NoShow noShow -> endedAt = noShow.at();
            case SessionState.Planned _, SessionState.CheckedIn _, SessionState.InProgress _ -> { }
        }
    }
}
