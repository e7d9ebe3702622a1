package health.stillpoint.outcome.safetyalert.domain;

import java.util.UUID;

/** Identifies a safety alert. */
public record SafetyAlertId(UUID value) {}
