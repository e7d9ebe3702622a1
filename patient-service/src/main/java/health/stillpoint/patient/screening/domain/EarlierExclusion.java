package health.stillpoint.patient.screening.domain;

import java.util.UUID;

/**
 * An absolute finding of a screening that is not the latest one any more.
 *
 * @param reasonCode as the candidacy decision names it
 */
public record EarlierExclusion(UUID screeningId, String reasonCode) { }
