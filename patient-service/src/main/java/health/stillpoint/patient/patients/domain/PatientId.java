package health.stillpoint.patient.patients.domain;

import java.util.Objects;
import java.util.UUID;

/** Names one person in one clinic's programme. */
public record PatientId(UUID value) {

    public PatientId {
        Objects.requireNonNull(value, "a patient id");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
