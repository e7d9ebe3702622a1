package health.stillpoint.patient.careteam.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * A place in a care team and how long it was held.
 *
 * @param to null = held now
 * @param addedBy subject of the token
 * @param removedBy subject of the token; null = held now
 */
public record Membership(UUID id, Seat seat, Instant from, Instant to, String addedBy, String removedBy) {

    public boolean isHeld() {
        return to == null;
    }

    Membership end(Instant at, String by) {
        return new Membership(id, seat, from, at, addedBy, by);
    }
}
