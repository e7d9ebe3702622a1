package health.stillpoint.outcome.safetyalert.domain;

import java.time.Instant;

/** What is told about safety alerts. */
public interface SafetyAlertEvents {

    /** A clinician must hear something. */
    void raised(SafetyAlert alert);

    /** It has been dealt with. */
    void resolved(SafetyAlert alert, Instant at);
}
