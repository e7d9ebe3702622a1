package health.stillpoint.session.checklist.domain;

import health.stillpoint.session.careteam.domain.CareTeam;
import health.stillpoint.session.course.domain.Route;
import java.time.Duration;
import java.time.Instant;

/**
 * What the service itself knows and the checklist shows beside the answers.
 *
 * @param pregnancyExcluded false also when nothing is known that excludes it
 */
public record KnownFacts(Route route, boolean consentCurrent, boolean previousIntegrated, int openHolds, boolean firstDose,
        boolean pregnancyExcluded, Duration weightValidity, CareTeam careTeam, Instant now) {
}
