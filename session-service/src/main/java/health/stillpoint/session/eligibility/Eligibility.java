package health.stillpoint.session.eligibility;

import health.stillpoint.kit.time.ClinicClock;
import health.stillpoint.session.eligibility.domain.CandidacyOutcome;
import health.stillpoint.session.eligibility.domain.KnownSafetyAlert;
import health.stillpoint.session.eligibility.domain.Standing;
import health.stillpoint.session.eligibility.domain.StandingRepository;
import health.stillpoint.session.eligibility.domain.StatedFactors;
import health.stillpoint.session.refusal.NoSuchRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Keeps this service's picture of who may be treated, from the facts of the other services. */
@ApplicationScoped
public class Eligibility {

    private final StandingRepository standings;
    private final ClinicClock clock;

    Eligibility(StandingRepository standings, ClinicClock clock) {
        this.standings = standings;
        this.clock = clock;
    }

    /** What is known of a patient, or a refusal when the patient is unknown in this clinic. */
    public Standing of(UUID patientId) {
        return standings.of(patientId).orElseThrow(() -> new NoSuchRecord("patient"));
    }

    /** The same, and every other step that locks this patient waits until this one is done. */
    public Standing lock(UUID patientId) {
        return standings.lock(patientId).orElseThrow(() -> new NoSuchRecord("patient"));
    }

    /** Whether the facts about an erased person were deleted: nothing told later is taken up. */
    public boolean isForgotten(UUID patientId) {
        return standings.isForgotten(patientId);
    }

    /** Whether the person's identity was removed: no words about them are taken any more. */
    public boolean isErased(UUID patientId) {
        return standings.isErased(patientId);
    }

    /** @param revision the owner's count of changes; null when it was told without one */
    public void registered(UUID patientId, Integer birthYear, String sexAtBirth, Long revision) {
        standings.change(patientId, known -> known.registered(birthYear, sexAtBirth, revision, clock.now()));
    }

    public void diagnosed(UUID patientId, String primaryDiagnosis) {
        standings.change(patientId, known -> known.diagnosed(primaryDiagnosis));
    }

    public void decided(UUID patientId, UUID decisionId, CandidacyOutcome outcome, Instant decidedAt, Instant expiresAt,
            boolean lowStart, StatedFactors factors, Set<String> codes, LocalDate liverTestedOn) {
        standings.change(patientId, known -> known.decided(decisionId, outcome, decidedAt, expiresAt, lowStart, factors, codes, liverTestedOn));
    }

    public void candidacyExpired(UUID patientId, UUID decisionId, Instant at) {
        standings.change(patientId, known -> known.candidacyExpired(decisionId, at));
    }

    public void consentGranted(UUID patientId, UUID consentId, String scope, Instant signedAt, Instant expiresAt) {
        standings.changeConsent(consentId, patientId, scope, consent -> consent.granted(signedAt, expiresAt));
    }

    /** True when no treatment consent is left. */
    public boolean consentWithdrawn(UUID patientId, UUID consentId, String scope, Instant at) {
        standings.changeConsent(consentId, patientId, scope, consent -> consent.withdrawn(at));
        return standings.of(patientId).map(known -> known.consentValidUntil() == null).orElse(true);
    }

    public void baselineCompleted(UUID patientId, String primaryInstrument, Instant at) {
        standings.change(patientId, known -> known.baseline(primaryInstrument, at));
    }

    public void scored(UUID patientId, UUID responseId, String instrument, String timePoint, BigDecimal total,
            BigDecimal percentChange, Instant answeredAt) {
        if (standings.change(patientId, known -> known)) {
            standings.rememberScore(responseId, patientId, instrument, timePoint, total, percentChange, answeredAt);
        }
    }

    /** True when the alert is new here, not told again, and the patient not forgotten. */
    public boolean safetyAlertRaised(UUID patientId, UUID alertId, String code, String severity, Instant raisedAt) {
        return standings.change(patientId, known -> known)
                && standings.rememberSafetyAlert(alertId, patientId, code, severity, raisedAt);
    }

    /** The alert is settled over there; a hold it placed here stands until a named clinician clears it. */
    public void safetyAlertResolved(UUID patientId, UUID alertId, Instant at) {
        if (standings.change(patientId, known -> known)) {
            standings.resolveSafetyAlert(alertId, patientId, at);
        }
    }

    public List<KnownSafetyAlert> unresolvedSafetyAlerts(UUID patientId) {
        return standings.unresolvedSafetyAlerts(patientId);
    }
}
