package health.stillpoint.outcome.response.domain;

import java.util.UUID;

/** Identifies a questionnaire response. */
public record ResponseId(UUID value) {}
