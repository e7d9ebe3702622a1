package health.stillpoint.kit.inbox;

import java.sql.SQLException;

/** A statement of the kit failed; the cause says whether it may work later. */
class DatabaseFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseFailure(SQLException cause) {
        super(cause);
    }
}
