package health.stillpoint.gateway.journey;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something that happened or is planned.
 *
 * @param at when, UTC
 * @param kind what
 * @param id of the consent, course, session, task or assessment; absent for a score
 */
@Schema(description = "Something that happened or is planned")
public record Milestone(Instant at, Kind kind, UUID id) {

    /** What a milestone is about. */
    public enum Kind {
        CONSENT_SIGNED,
        CONSENT_WITHDRAWN,
        CONSENT_EXPIRES,
        COURSE_PLANNED,
        COURSE_ENDED,
        SESSION_PLANNED,
        SESSION_CHECKED_IN,
        SESSION_DISCHARGED,
        SESSION_COMPLETED,
        INTEGRATION_DUE,
        INTEGRATION_COMPLETED,
        ASSESSMENT_DUE,
        ASSESSMENT_COMPLETED,
        SCORED
    }
}
