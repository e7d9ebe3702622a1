package health.stillpoint.patient.consent.domain;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Numbers of the consent rules; each with its source where it gets its value (docs/clinical-sources.md#consent). */
public interface ConsentLimits {

    /** How long a consent is valid. */
    Duration validity();

    /** How long after a dose nobody signs. */
    Duration afterDose();

    /** Clients of the clinic's partners; empty = the clinic keeps no list. */
    Optional<Set<String>> partners();
}
