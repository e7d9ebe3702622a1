package health.stillpoint.kit.knowledge;

import java.sql.SQLException;

/** The table of heartbeats could not be read or written. */
public class KnowledgeUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    KnowledgeUnavailable(SQLException cause) {
        super(cause);
    }
}
