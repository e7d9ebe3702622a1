package health.stillpoint.session.appointment.api;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A new time, practitioner and room. */
@Schema(examples = """
        {"plannedStart": "2026-11-24T09:00:00Z", "plannedEnd": "2026-11-24T12:30:00Z",
         "practitionerId": "0197a000-0000-7000-8000-0000000000f1", "room": "1"}""")
public record RescheduleRequest(@NotNull Instant plannedStart, @NotNull Instant plannedEnd, @NotNull UUID practitionerId,
        @Size(min = 1, max = 40) String room) {

    @AssertTrue(message = "must end after it starts, within 12 hours")
    @Schema(hidden = true)
    boolean isPeriodPlausible() {
        return Periods.plausible(plannedStart, plannedEnd, SessionRequest.LONGEST);
    }
}
