package health.stillpoint.patient.practitioners.api;

import health.stillpoint.patient.practitioners.domain.Practitioner;
import jakarta.validation.constraints.NotNull;

/** Why somebody no longer works here. */
public record PractitionerEndRequest(@NotNull Practitioner.EndReason reason) { }
