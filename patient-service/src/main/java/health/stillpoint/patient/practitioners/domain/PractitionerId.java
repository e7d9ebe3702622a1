package health.stillpoint.patient.practitioners.domain;

import java.util.Objects;
import java.util.UUID;

/** Names one member of a clinic's staff. */
public record PractitionerId(UUID value) {

    public PractitionerId {
        Objects.requireNonNull(value, "a practitioner id");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
