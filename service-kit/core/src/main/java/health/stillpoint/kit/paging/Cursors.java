package health.stillpoint.kit.paging;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Opaque cursors of lists, signed together with the clinic and the list (its operation's action) they were made for. */
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
     *     clinic or list
     */
    Optional<List<String>> decode(String cursor);

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
}
