package health.stillpoint.bench;

/**
 * A piece of work with all that is needed to do it.
 *
 * @param role role of the token
 * @param expected status of a good answer
 * @param readSql what raw JDBC reads, by the record's id; null when the work reads nothing
 * @param rawIds the records raw JDBC works on, null when there are none
 * @param mark a table only this work's transaction writes to while everything else stands still
 */
record Task(Work work, String role, HttpCall call, int expected, String readSql, IdPool rawIds, String mark) {

    String database() {
        return work.program().database().orElseThrow();
    }
}
