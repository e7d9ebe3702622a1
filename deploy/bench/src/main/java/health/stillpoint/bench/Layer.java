package health.stillpoint.bench;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the patient service costs with one part of the kit left out.
 *
 * @param without name of the part as {@code stillpoint.bench.without} spells it; empty when nothing was left out
 * @param startSeconds from its start to its being ready, alone
 */
record Layer(String without, double startSeconds, Measured create, Measured read) {

    static final List<String> PARTS = List.of("token-check", "row-level-security", "audit", "outbox", "idempotency");

    /** All parts in turn, between two measurements with nothing left out, which show how much the machine drifted. */
    static List<String> sequence() {
        return Stream.concat(Stream.concat(Stream.of(""), PARTS.stream()), Stream.of("")).toList();
    }

    /** CPU of service and database for one request, in milliseconds. */
    static double cost(Measured measured) {
        return measured.serviceMilliseconds() + measured.databaseMilliseconds();
    }

    static double mean(double... values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }
}
