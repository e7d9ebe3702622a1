package health.stillpoint.patient.erasure.api;

import health.stillpoint.patient.erasure.domain.ErasureReason;
import health.stillpoint.patient.erasure.domain.ErasureRequester;
import jakarta.validation.constraints.NotNull;

/** A request to remove the identity of a person. Codes only: a text could name the person again. */
public record ErasureRequest(@NotNull ErasureReason reason, @NotNull ErasureRequester requestedBy) { }
