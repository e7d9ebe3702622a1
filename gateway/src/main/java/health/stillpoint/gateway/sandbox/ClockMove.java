package health.stillpoint.gateway.sandbox;

import health.stillpoint.gateway.routing.Upstream;
import health.stillpoint.kit.problem.Problem;
import health.stillpoint.kit.problem.ProblemException;
import health.stillpoint.kit.problem.Problems;
import health.stillpoint.kit.problem.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How far to move a sandbox clinic's clock: exactly one of both.
 *
 * @param now the time it shall show; not before the time it shows
 * @param advance how far it shall go on, ISO 8601, at most 3650 days
 */
@Schema(description = "Exactly one of both members.")
record ClockMove(
        @Schema(description = "The time the clock shall show, RFC 3339 UTC; not before the time it shows",
                examples = "2027-03-01T09:00:00Z") Instant now,
        @Schema(description = "How far the clock shall go on, ISO 8601 duration; at most P3650D",
                implementation = String.class, examples = "PT24H") Duration advance) {

    private static final Duration FARTHEST = Duration.ofDays(3650);

    /**
     * What each service adds to real time, seconds.
     *
     * @param byService all three
     */
    record Offsets(Map<Upstream, Long> byService) {

        long lowest() {
            return byService.values().stream().mapToLong(Long::longValue).min().orElse(0);
        }

        long highest() {
            return byService.values().stream().mapToLong(Long::longValue).max().orElse(0);
        }

        /** False after a movement that not every service followed. */
        boolean agree() {
            return lowest() == highest();
        }
    }

    /**
     * The offset all services shall have, seconds.
     *
     * <p>While they disagree, an earlier movement is unfinished. It is then counted from the service that did not follow,
     * so that sending the same movement again completes it instead of moving twice.
     *
     * @throws ProblemException 422 when not exactly one member is given or out of range, 409 when it would go backwards
     */
    long target(Offsets offsets, Instant real) {
        check();
        if (advance != null) {
            return Math.max(offsets.highest(), offsets.lowest() + advance.toSeconds());
        }
        long wanted = Math.ceilDiv(Duration.between(real, now).toMillis(), 1000L);
        if (wanted >= offsets.highest()) {
            return wanted;
        }
        if (!offsets.agree() && wanted >= offsets.lowest()) {
            return offsets.highest();
        }
        throw new ProblemException(Problem.of(409, "clock-backwards", "The clock does not go backwards"));
    }

    private void check() {
        if (now == null == (advance == null)) {
            throw invalid("now", "give exactly one of now and advance");
        }
        if (advance != null && (advance.isNegative() || advance.isZero() || advance.compareTo(FARTHEST) > 0)) {
            throw invalid("advance", "more than nothing, at most P3650D");
        }
    }

    private static ProblemException invalid(String field, String message) {
        return new ProblemException(Problems.invalidValue().violations(List.of(new Violation(field, "body", message))));
    }
}
