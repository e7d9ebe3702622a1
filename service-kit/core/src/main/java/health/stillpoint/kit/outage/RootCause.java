package health.stillpoint.kit.outage;

import java.sql.SQLException;
import java.util.stream.Stream;

/** The last of a failure's causes. */
public final class RootCause {

    /** Causes may form a ring. */
    private static final int DEEPEST = 20;

    private RootCause() {}

    /** The failure and its causes, outermost first. */
    public static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(DEEPEST);
    }

    /** What an operator may know of it: class and SQLSTATE. Messages of a database quote values. */
    public static String describe(Throwable failure) {
        Throwable root = causes(failure).reduce((earlier, later) -> later).orElse(failure);
        String name = root.getClass().getName();
        return root instanceof SQLException e && e.getSQLState() != null ? name + " " + e.getSQLState() : name;
    }
}
