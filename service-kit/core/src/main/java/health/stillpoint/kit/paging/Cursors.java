package health.stillpoint.kit.paging;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Opaque cursors of lists, signed together with what they were made for: the clinic, the list (its address and its operation's
 * action) and its filters. Only the limit may change from page to page.
 */
public interface Cursors {

    /** Most items of one page. */
    int MAX_LIMIT = 200;

    /** Items of a page when the caller names no limit. */
    int DEFAULT_LIMIT = 50;

    /** A cursor that stands behind the row with these sort keys. */
    String encode(String... keys);

    /**
     * The sort keys of a cursor.
     *
     * @param cursor what the caller sent; null or empty for the first page
     * @throws health.stillpoint.kit.problem.ProblemException 400 {@code invalid-cursor} when it is broken, forged, or of another
     *     clinic, list or filter
     */
    Optional<List<String>> decode(String cursor);

    /** Of a list in the order of its items' ids: the id behind which it goes on; null for the first page. */
    default UUID lastId(String cursor) {
        return decode(cursor).map(List::getFirst).map(UUID::fromString).orElse(null);
    }

    /**
     * The number of items a caller may have at once.
     *
     * @param limit what the caller sent, null when nothing
     * @throws health.stillpoint.kit.problem.ProblemException 400 {@code invalid-limit} outside 1..200
     */
    int limit(Integer limit);

    /**
     * Cuts a page out of rows that were fetched one more than the limit.
     *
     * @param rows up to {@code limit + 1} rows in the list's order
     * @param keys the sort keys of a row
     */
    <T> Page<T> page(List<T> rows, int limit, Function<T, String[]> keys);

    /** The same where the id of a row says its place. */
    default <T> Page<T> pageById(List<T> rows, int limit, Function<T, UUID> id) {
        return page(rows, limit, row -> new String[] {id.apply(row).toString()});
    }
}
