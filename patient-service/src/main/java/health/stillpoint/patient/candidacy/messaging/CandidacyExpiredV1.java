package health.stillpoint.patient.candidacy.messaging;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A candidacy decision holds no longer: out of date, reopened, or ended with the programme: {@code patient.candidacy-expired.v1}. */
public record CandidacyExpiredV1(UUID patientId, UUID decisionId, List<String> reasonCodes, Instant expiredAt) {

    public static final String TYPE = "patient.candidacy-expired.v1";
}
