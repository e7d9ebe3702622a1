package health.stillpoint.outcome.identity.messaging;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** What this service reads of {@code patient.erased.v1}. */
public record PatientErasedV1(@NotNull UUID patientId, @NotNull Instant erasedAt, @NotNull LocalDate keepUntil) {

    static final String TYPE = "patient.erased.v1";
}
