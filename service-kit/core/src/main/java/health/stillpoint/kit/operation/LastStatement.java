package health.stillpoint.kit.operation;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * A statement that an operation ends with.
 *
 * @param sql one statement, without a semicolon
 * @param parameters how many it has
 * @param values binds them
 */
public record LastStatement(String sql, int parameters, Values values) {

    /** Binds the values of one statement among several. */
    @FunctionalInterface
    public interface Values {

        /** @param first position of the statement's first parameter, from 1 */
        void bind(PreparedStatement statements, int first) throws SQLException;
    }
}
