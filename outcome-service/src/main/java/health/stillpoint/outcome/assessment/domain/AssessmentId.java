package health.stillpoint.outcome.assessment.domain;

import java.util.UUID;

/** Identifies an assessment. */
public record AssessmentId(UUID value) {}
