package health.stillpoint.patient.candidacy.api;

import jakarta.validation.constraints.NotNull;

/** What the second physician says. */
public record SecondReadingRequest(@NotNull Boolean agrees) { }
