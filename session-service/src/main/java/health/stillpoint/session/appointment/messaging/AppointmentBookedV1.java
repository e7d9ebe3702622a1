package health.stillpoint.session.appointment.messaging;

import health.stillpoint.session.session.domain.TreatmentSession;
import java.time.Instant;
import java.util.UUID;

/** Wire form of {@code session.appointment-booked.v1}; sent again when a session is moved. */
public record AppointmentBookedV1(UUID patientId, UUID sessionId, UUID courseId, String kind, Instant plannedStart, Instant plannedEnd,
        UUID practitionerId) {

    public static final String TYPE = "session.appointment-booked.v1";

    public static AppointmentBookedV1 of(TreatmentSession session) {
        return new AppointmentBookedV1(session.patientId(), session.id(), session.courseId(), session.kind().name(),
                session.plannedStart(), session.plannedEnd(), session.practitionerId());
    }
}
