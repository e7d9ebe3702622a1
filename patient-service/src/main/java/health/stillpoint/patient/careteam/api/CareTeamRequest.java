package health.stillpoint.patient.careteam.api;

import health.stillpoint.patient.careteam.domain.CareTeamRole;
import health.stillpoint.patient.careteam.domain.Seat;
import health.stillpoint.patient.practitioners.domain.PractitionerId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The whole team as it shall be; an empty list names nobody, and alerts then go to the whole clinic. */
public record CareTeamRequest(@NotNull @Size(max = 50) List<@NotNull @Valid SeatBody> members) {

    /** Who, and as what. */
    @Schema(name = "CareTeamSeat")
    public record SeatBody(@NotNull UUID practitionerId, @NotNull CareTeamRole role) { }

    List<Seat> toSeats() {
        return members.stream().map(seat -> new Seat(new PractitionerId(seat.practitionerId()), seat.role())).toList();
    }
}
