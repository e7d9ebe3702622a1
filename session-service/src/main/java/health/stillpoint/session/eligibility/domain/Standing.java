package health.stillpoint.session.eligibility.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * What this service knows of a patient from the facts the other services sent; unknown means not allowed.
 *
 * @param doseFactor of the candidacy decision, 1 when none applies
 * @param codes reason and condition codes of the decision
 * @param baselineCompletedAt null until outcome-service said so
 * @param consentValidUntil expiry of the longest active treatment consent; null when none is active
 */
public record Standing(UUID patientId, Integer birthYear, String sexAtBirth, CandidacyOutcome candidacy, UUID candidacyDecisionId,
        Instant candidacyDecidedAt, Instant candidacyExpiresAt, boolean lowStart, BigDecimal doseFactor, Set<String> codes,
        String primaryDiagnosis, String primaryInstrument, Instant baselineCompletedAt, Instant consentValidUntil) {

    public Standing {
        codes = Set.copyOf(codes);
    }

    public boolean candidacyAccepted() {
        return candidacy != null && candidacy.accepted();
    }

    public boolean candidacyInDate(Instant at) {
        return candidacyAccepted() && candidacyExpiresAt != null && at.isBefore(candidacyExpiresAt);
    }

    public boolean consentValid(Instant at) {
        return consentValidUntil != null && at.isBefore(consentValidUntil);
    }

    public boolean baselineCompleted() {
        return baselineCompletedAt != null;
    }

    /** Age in whole years by calendar year, the higher of the two possible ages; null when unknown. */
    public Integer ageIn(int year) {
        return birthYear == null ? null : year - birthYear;
    }

    @Override
    public String toString() {
        return "Standing[" + patientId + "]";
    }
}
