package health.stillpoint.outcome.safetyalert.domain;

import java.time.Instant;

/**
 * Where a safety alert stands.
 *
 * <pre>
 * RAISED --acknowledge--> ACKNOWLEDGED --resolve--> RESOLVED
 *    +------------------resolve------------------------^
 * </pre>
 */
public sealed interface AlertState {

    /** Nobody has taken it yet. */
    record Raised() implements AlertState {}

    /** Somebody has taken it. */
    record Acknowledged(String by, Instant at) implements AlertState {}

    /** Dealt with; terminal. */
    record Resolved(String by, Instant at, String reason) implements AlertState {

        @Override
        public String toString() {
            return "Resolved";
        }
    }
}
