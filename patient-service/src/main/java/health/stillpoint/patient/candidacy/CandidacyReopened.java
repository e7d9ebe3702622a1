package health.stillpoint.patient.candidacy;

import health.stillpoint.patient.candidacy.domain.CandidacyDecision;
import java.util.List;

/** A new finding reopened an accepted candidacy; told inside this service, in the same transaction. */
public record CandidacyReopened(CandidacyDecision decision, List<String> reasonCodes) { }
