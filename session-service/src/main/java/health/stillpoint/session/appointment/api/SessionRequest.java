package health.stillpoint.session.appointment.api;

import health.stillpoint.session.appointment.Appointments;
import health.stillpoint.session.session.domain.SessionKind;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A session to be booked. */
@Schema(examples = """
        {"patientId": "0197a000-0000-7000-8000-0000000000aa", "courseId": "0197a000-0000-7000-8000-0000000000c1", "kind": "DOSING",
         "plannedStart": "2026-11-23T09:00:00Z", "plannedEnd": "2026-11-23T12:30:00Z",
         "practitionerId": "0197a000-0000-7000-8000-0000000000f1", "room": "2"}""")
public record SessionRequest(
        @NotNull UUID patientId,
        @NotNull UUID courseId,
        @NotNull SessionKind kind,
        @NotNull Instant plannedStart,
        @NotNull Instant plannedEnd,
        @NotNull UUID practitionerId,
        @Size(min = 1, max = 40) String room,
        @Schema(description = "The dose an INTEGRATION session belongs to") UUID doseId) {

    static final Duration LONGEST = Duration.ofHours(12);

    @AssertTrue(message = "must end after it starts, within 12 hours")
    @Schema(hidden = true)
    boolean isPeriodPlausible() {
        return Periods.plausible(plannedStart, plannedEnd, LONGEST);
    }

    Appointments.Booking toBooking() {
        return new Appointments.Booking(patientId, courseId, kind, plannedStart, plannedEnd, practitionerId, room, doseId);
    }
}
