package health.stillpoint.patient.modality.api;

import jakarta.validation.constraints.NotNull;

/** Whether the stabilization step before EMDR is done. */
public record StabilizationRequest(@NotNull Boolean done) { }
