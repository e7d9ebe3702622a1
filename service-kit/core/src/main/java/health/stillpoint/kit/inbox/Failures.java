package health.stillpoint.kit.inbox;

import health.stillpoint.kit.outage.RootCause;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.apache.kafka.common.errors.RetriableException;
import org.hibernate.exception.JDBCConnectionException;

/** Which failures pass by themselves. */
final class Failures {

    /**
     * Classes of SQLSTATE: 08 connection, 25 read-only or ended transaction, 40 rollback and deadlock, 53 resources, 55
     * lock not available, 57 operator intervention (restart, timeout), 58 system error, XX internal error.
     */
    private static final Set<String> PASSING = Set.of("08", "25", "40", "53", "55", "57", "58", "XX");

    private Failures() {}

    /** True when a later attempt may work although nothing about the event changes. */
    static boolean isTransient(Throwable failure) {
        return RootCause.causes(failure).anyMatch(Failures::passes);
    }

    private static boolean passes(Throwable cause) {
        return switch (cause) {
            case SQLTransientException _ -> true;
            case SQLRecoverableException _ -> true;
            case SQLException e -> e.getSQLState() == null || PASSING.contains(stateClass(e));
            case JDBCConnectionException _ -> true;
            case OptimisticLockException _ -> true;
            case PessimisticLockException _ -> true;
            case LockTimeoutException _ -> true;
            case RetriableException _ -> true;
            case OutOfMemoryError _ -> true;
            default -> false;
        };
    }

    private static String stateClass(SQLException e) {
        return e.getSQLState().substring(0, Math.min(2, e.getSQLState().length()));
    }
}
