package health.stillpoint.kit.operation;

import java.sql.SQLException;

/** The database refused or lost a statement of the kit's own; nothing was committed. */
public class DatabaseUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Wraps what the driver said; its message stays out of answers and logs. */
    public DatabaseUnavailable(SQLException cause) {
        super(cause);
    }
}
