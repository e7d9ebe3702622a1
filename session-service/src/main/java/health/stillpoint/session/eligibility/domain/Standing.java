package health.stillpoint.session.eligibility.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What this service knows of a patient from the facts the other services sent; unknown means not allowed.
 *
 * @param factors of the candidacy decision, 1 when none applies
 * @param candidacySince the first of the accepted decisions that followed each other without a gap
 * @param endedDecisions when each candidacy decision that no longer holds ended; known before the decision when that is told late
 * @param codes reason and condition codes of the decision
 * @param liverTestedOn day of the liver tests the decision rests on; null when not told
 * @param baselineCompletedAt null until outcome-service said so
 * @param consentSince first signature of the active treatment consents that followed each other without a gap; null when none is active
 * @param consentValidUntil expiry of the longest active treatment consent; null when none is active
 */
public record Standing(UUID patientId, Person person, CandidacyOutcome candidacy, UUID candidacyDecisionId,
        Instant candidacyDecidedAt, Instant candidacySince, Instant candidacyExpiresAt, Map<UUID, Instant> endedDecisions,
        boolean lowStart, StatedFactors factors, Set<String> codes, LocalDate liverTestedOn, String primaryDiagnosis, String primaryInstrument,
        Instant baselineCompletedAt, Instant consentSince, Instant consentValidUntil) {

    public Standing {
        endedDecisions = Map.copyOf(endedDecisions);
        codes = Set.copyOf(codes);
    }

    /** A patient nothing is known about. */
    public static Standing unknown(UUID patientId) {
        return new Standing(patientId, Person.UNKNOWN, null, null, null, null, null, Map.of(), false, StatedFactors.NONE,
                Set.of(), null, null, null, null, null, null);
    }

    /** Told again when it was corrected. */
    public Standing registered(Integer year, String sex, Long revision, Instant at) {
        return new Standing(patientId, person.told(year, sex, revision, at), candidacy, candidacyDecisionId, candidacyDecidedAt, candidacySince, candidacyExpiresAt, endedDecisions,
                lowStart, factors, codes, liverTestedOn, primaryDiagnosis, primaryInstrument, baselineCompletedAt, consentSince, consentValidUntil);
    }

    /** The same with the person as known at a moment. */
    public Standing knowingThePersonAsOf(Instant moment) {
        return new Standing(patientId, person.asOf(moment), candidacy, candidacyDecisionId, candidacyDecidedAt, candidacySince, candidacyExpiresAt,
                endedDecisions, lowStart, factors, codes, liverTestedOn, primaryDiagnosis, primaryInstrument, baselineCompletedAt, consentSince, consentValidUntil);
    }

    public Standing diagnosed(String diagnosis) {
        return new Standing(patientId, person, candidacy, candidacyDecisionId, candidacyDecidedAt, candidacySince, candidacyExpiresAt,
                endedDecisions, lowStart, factors, codes, liverTestedOn, diagnosis, primaryInstrument, baselineCompletedAt, consentSince, consentValidUntil);
    }

    /** The latest decision counts; one that arrives after a later one changes nothing, and one told again never lasts longer. */
    public Standing decided(UUID decisionId, CandidacyOutcome outcome, Instant decidedAt, Instant expiresAt, boolean startLow,
            StatedFactors stated, Set<String> decisionCodes, LocalDate testedOn) {
        if (candidacyDecidedAt != null && decidedAt.isBefore(candidacyDecidedAt)) {
            return this;
        }
        Instant told = decisionId.equals(candidacyDecisionId) ? earlier(expiresAt, candidacyExpiresAt) : expiresAt;
        Instant until = earlier(told, endedDecisions.getOrDefault(decisionId, Instant.MAX));
        return new Standing(patientId, person, outcome, decisionId, decidedAt,
                since(decisionId, outcome, decidedAt), until, endedDecisions, startLow, stated, decisionCodes, testedOn, primaryDiagnosis,
                primaryInstrument, baselineCompletedAt, consentSince, consentValidUntil);
    }

    /** An accepted decision made while another one holds goes on from it. */
    private Instant since(UUID decisionId, CandidacyOutcome outcome, Instant decidedAt) {
        boolean goesOn = candidacyAccepted() && outcome.accepted() && candidacyExpiresAt != null && !decidedAt.isAfter(candidacyExpiresAt);
        return candidacySince != null && (goesOn || decisionId.equals(candidacyDecisionId)) ? candidacySince : decidedAt;
    }

    /** The decision holds no longer than this, whether it was told already or comes later. */
    public Standing candidacyExpired(UUID decisionId, Instant at) {
        Map<UUID, Instant> ended = new HashMap<>(endedDecisions);
        ended.merge(decisionId, at, Standing::earlier);
        Instant until = decisionId.equals(candidacyDecisionId) ? earlier(candidacyExpiresAt, at) : candidacyExpiresAt;
        return new Standing(patientId, person, candidacy, candidacyDecisionId, candidacyDecidedAt,
                sinceAfter(decisionId, at), until, ended, lowStart, factors, codes, liverTestedOn, primaryDiagnosis, primaryInstrument,
                baselineCompletedAt, consentSince, consentValidUntil);
    }

    /** Another decision that ended before the present one was made cannot have led up to it. */
    private Instant sinceAfter(UUID decisionId, Instant endedAt) {
        boolean gap = candidacySince != null && !decisionId.equals(candidacyDecisionId) && endedAt.isAfter(candidacySince)
                && endedAt.isBefore(candidacyDecidedAt);
        return gap ? candidacyDecidedAt : candidacySince;
    }

    /** Null, an unknown end, is the earliest. */
    private static Instant earlier(Instant one, Instant other) {
        return one == null || other == null ? null : one.isBefore(other) ? one : other;
    }

    public Standing baseline(String instrument, Instant at) {
        return new Standing(patientId, person, candidacy, candidacyDecisionId, candidacyDecidedAt, candidacySince, candidacyExpiresAt,
                endedDecisions, lowStart, factors, codes, liverTestedOn, primaryDiagnosis, instrument, at, consentSince, consentValidUntil);
    }

    /** Both null when no treatment consent is active. */
    public Standing consented(Instant since, Instant until) {
        return new Standing(patientId, person, candidacy, candidacyDecisionId, candidacyDecidedAt, candidacySince, candidacyExpiresAt,
                endedDecisions, lowStart, factors, codes, liverTestedOn, primaryDiagnosis, primaryInstrument, baselineCompletedAt, since, until);
    }

    public boolean candidacyAccepted() {
        return candidacy != null && candidacy.accepted();
    }

    public boolean candidacyInDate(Instant at) {
        return candidacyAccepted() && candidacySince != null && candidacyExpiresAt != null && at.isBefore(candidacyExpiresAt);
    }

    public boolean consentValid(Instant at) {
        return consentSince != null && consentValidUntil != null && at.isBefore(consentValidUntil);
    }

    /** A candidacy that holds at the moment was decided by then. */
    public boolean acceptedAt(Instant at) {
        return candidacyInDate(at) && !at.isBefore(candidacySince);
    }

    /** A consent that stands at the moment was signed by then. */
    public boolean consentedAt(Instant at) {
        return consentValid(at) && !at.isBefore(consentSince);
    }

    public boolean baselineCompleted() {
        return baselineCompletedAt != null;
    }

    /** Known to need no pregnancy test: born male. Of anybody else nothing told here rules a pregnancy out. */
    public boolean pregnancyExcluded() {
        return "male".equals(person.sexAtBirth());
    }

    /** Age in whole years by calendar year, the higher of the two possible ages; null when unknown. */
    public Integer ageIn(int year) {
        return person.birthYear() == null ? null : year - person.birthYear();
    }

    @Override
    public String toString() {
        return "Standing[" + patientId + "]";
    }
}
