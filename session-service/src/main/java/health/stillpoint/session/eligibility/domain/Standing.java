package health.stillpoint.session.eligibility.domain;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * What this service knows of a patient from the facts the other services sent; unknown means not allowed.
 *
 * @param factors of the candidacy decision, 1 when none applies
 * @param codes reason and condition codes of the decision
 * @param baselineCompletedAt null until outcome-service said so
 * @param consentValidUntil expiry of the longest active treatment consent; null when none is active
 */
public record Standing(UUID patientId, Integer birthYear, String sexAtBirth, CandidacyOutcome candidacy, UUID candidacyDecisionId,
        Instant candidacyDecidedAt, Instant candidacyExpiresAt, boolean lowStart, StatedFactors factors, Set<String> codes,
        String primaryDiagnosis, String primaryInstrument, Instant baselineCompletedAt, Instant consentValidUntil) {

    public Standing {
        codes = Set.copyOf(codes);
    }

    /** A patient nothing is known about. */
    public static Standing unknown(UUID patientId) {
        return new Standing(patientId, null, null, null, null, null, null, false, StatedFactors.NONE, Set.of(), null, null, null, null);
    }

    public Standing registered(Integer year, String sex) {
        return new Standing(patientId, year, sex, candidacy, candidacyDecisionId, candidacyDecidedAt, candidacyExpiresAt, lowStart,
                factors, codes, primaryDiagnosis, primaryInstrument, baselineCompletedAt, consentValidUntil);
    }

    public Standing diagnosed(String diagnosis) {
        return new Standing(patientId, birthYear, sexAtBirth, candidacy, candidacyDecisionId, candidacyDecidedAt, candidacyExpiresAt,
                lowStart, factors, codes, diagnosis, primaryInstrument, baselineCompletedAt, consentValidUntil);
    }

    /** The latest decision counts; one that arrives after a later one changes nothing. */
    public Standing decided(UUID decisionId, CandidacyOutcome outcome, Instant decidedAt, Instant expiresAt, boolean startLow,
            StatedFactors stated, Set<String> decisionCodes) {
        if (candidacyDecidedAt != null && decidedAt.isBefore(candidacyDecidedAt)) {
            return this;
        }
        return new Standing(patientId, birthYear, sexAtBirth, outcome, decisionId, decidedAt, expiresAt, startLow, stated,
                decisionCodes, primaryDiagnosis, primaryInstrument, baselineCompletedAt, consentValidUntil);
    }

    public Standing candidacyExpired(UUID decisionId, Instant at) {
        if (!decisionId.equals(candidacyDecisionId)) {
            return this;
        }
        return new Standing(patientId, birthYear, sexAtBirth, candidacy, candidacyDecisionId, candidacyDecidedAt, at, lowStart,
                factors, codes, primaryDiagnosis, primaryInstrument, baselineCompletedAt, consentValidUntil);
    }

    public Standing baseline(String instrument, Instant at) {
        return new Standing(patientId, birthYear, sexAtBirth, candidacy, candidacyDecisionId, candidacyDecidedAt, candidacyExpiresAt,
                lowStart, factors, codes, primaryDiagnosis, instrument, at, consentValidUntil);
    }

    public Standing consentUntil(Instant until) {
        return new Standing(patientId, birthYear, sexAtBirth, candidacy, candidacyDecisionId, candidacyDecidedAt, candidacyExpiresAt,
                lowStart, factors, codes, primaryDiagnosis, primaryInstrument, baselineCompletedAt, until);
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
