package health.stillpoint.patient.careteam.domain;

import health.stillpoint.patient.practitioners.domain.PractitionerId;
import java.util.Comparator;
import java.util.Objects;

/** One place in a care team: who, and as what. One person may have several. */
public record Seat(PractitionerId practitionerId, CareTeamRole role) {

    /** By role, then by id: one order everywhere. */
    public static final Comparator<Seat> ORDER =
            Comparator.comparing(Seat::role).thenComparing(seat -> seat.practitionerId().value());

    public Seat {
        Objects.requireNonNull(practitionerId, "who");
        Objects.requireNonNull(role, "as what");
    }
}
