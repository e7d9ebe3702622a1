package health.stillpoint.outcome.safetyalert.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The safety alerts of the clinic. */
public interface SafetyAlertRepository {

    Optional<SafetyAlert> withId(SafetyAlertId id);

    /** The alert, locked until the transaction ends. */
    Optional<SafetyAlert> forChange(SafetyAlertId id);

    /** How often it was changed. */
    long versionOf(SafetyAlertId id);

    /** Alerts, oldest first. */
    List<SafetyAlert> find(AlertFilter filter, int atMost);

    /** Alerts of one code that are not resolved, raised for a response. */
    List<SafetyAlert> unresolved(UUID responseId, String code);

    /** Every alert that is not resolved, oldest first. */
    List<SafetyAlert> unresolved();

    /** Alerts nobody has taken or is taking now, not yet escalated, raised up to a moment; oldest first, locked. */
    List<SafetyAlert> unheardSince(Instant moment, int atMost);

    /** Alerts of some codes raised within a span, whatever their state. */
    List<SafetyAlert> raisedBetween(Collection<String> codes, Instant from, Instant to);

    /** Tells whether a code was already raised for a response. */
    boolean exists(UUID responseId, String code);

    /** Tells whether a code was already raised for an assessment as a whole. */
    boolean existsForAssessment(UUID assessmentId, String code);

    void add(SafetyAlert alert);

    void save(SafetyAlert alert);
}
