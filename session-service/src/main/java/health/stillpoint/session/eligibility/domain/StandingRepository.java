package health.stillpoint.session.eligibility.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** What is known of patients. */
public interface StandingRepository {

    /** Empty also when the facts about an erased person were deleted. */
    Optional<Standing> of(UUID patientId);

    /** Whether the facts about an erased person were deleted: nothing told later is taken up. */
    boolean isForgotten(UUID patientId);

    /** Whether the person's identity was removed. */
    boolean isErased(UUID patientId);

    /** Everybody known, by id, after the given one. */
    List<Standing> list(UUID after, int limit);

    /** The same, keeping everybody else who asks to lock this patient waiting until this transaction ends. */
    Optional<Standing> lock(UUID patientId);

    /**
     * Changes what is known; a patient heard of for the first time is added.
     *
     * @return false when the patient is forgotten, and nothing changed
     */
    boolean change(UUID patientId, UnaryOperator<Standing> change);

    /** Changes one consent, adding it when unknown, and keeps the standing's consent dates in step. */
    void changeConsent(UUID consentId, UUID patientId, String scope, UnaryOperator<KnownConsent> change);

    /** True when the alert was not told before, whether or not its resolution was. */
    boolean rememberSafetyAlert(UUID alertId, UUID patientId, String code, String severity, Instant raisedAt);

    /** Also of an alert that is told only later. */
    void resolveSafetyAlert(UUID alertId, UUID patientId, Instant at);

    /** Alerts of a person, under whatever record, that nobody has resolved; oldest first. */
    List<KnownSafetyAlert> unresolvedSafetyAlerts(UUID patientId);

    /** @param percentChange from baseline, positive = better, as outcome-service computed it; null when it told none */
    void rememberScore(UUID responseId, UUID patientId, String instrument, String timePoint, BigDecimal total,
            BigDecimal percentChange, Instant answeredAt);

    /** Percent change from baseline at the latest answer, positive = better; empty when outcome-service told none for it. */
    Optional<BigDecimal> improvementPercent(UUID patientId, String instrument);
}
