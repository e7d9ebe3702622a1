package health.stillpoint.kit.tenancy;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Connections of the relay role, which sees the outbox and the audit queue of every clinic and nothing else. A small pool
 * of its own: auto-commit is off, the caller commits and closes.
 */
public interface RelayConnections {

    /** A connection from the small pool, auto-commit off. */
    Connection borrow() throws SQLException;

    /** A connection of the caller's own, outside the pool, for LISTEN; the caller closes it. */
    Connection open() throws SQLException;
}
