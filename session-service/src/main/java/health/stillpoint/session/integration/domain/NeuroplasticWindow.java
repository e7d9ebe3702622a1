package health.stillpoint.session.integration.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * The time after a dose in which integration is worth most; t0 = end of administration.
 *
 * <p>Programme section 9 (docs/clinical-sources.md#neuroplastic-window). EARLY up to 24 h, PRIME from 24 h through 72 h,
 * EXTENDED through 7 d, TAIL through 14 d. Human evidence for a timed window is indirect, as staff are told.
 *
 * @param recoveredAt null while the patient is not recovered
 */
public record NeuroplasticWindow(Instant t0, Instant recoveredAt) {

    static final Duration EARLY_UNTIL = Duration.ofHours(24);
    static final Duration PRIME_UNTIL = Duration.ofHours(72);
    static final Duration EXTENDED_UNTIL = Duration.ofDays(7);
    static final Duration TAIL_UNTIL = Duration.ofDays(14);

    public WindowPhase phaseAt(Instant moment) {
        if (recoveredAt == null || moment.isBefore(recoveredAt)) {
            return WindowPhase.ACUTE;
        }
        if (moment.isBefore(t0.plus(EARLY_UNTIL))) {
            return WindowPhase.EARLY;
        }
        if (!moment.isAfter(t0.plus(PRIME_UNTIL))) {
            return WindowPhase.PRIME;
        }
        if (!moment.isAfter(t0.plus(EXTENDED_UNTIL))) {
            return WindowPhase.EXTENDED;
        }
        return moment.isAfter(closesAt()) ? WindowPhase.CLOSED : WindowPhase.TAIL;
    }

    public Instant closesAt() {
        return t0.plus(TAIL_UNTIL);
    }
}
