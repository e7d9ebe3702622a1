package health.stillpoint.kit.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;

/** The service's database beside the service: as superuser, who sees all clinics, or as one of the service's roles. */
public final class Database {

    private static final int VALID_WITHIN_SECONDS = 5;

    /** Superuser's connections between two statements: signing in costs more than most statements. */
    private static final Deque<Connection> IDLE = new ConcurrentLinkedDeque<>();

    private Database() {}

    /** A connection that row-level security does not bind. */
    public static Connection superuser() throws SQLException {
        return DriverManager.getConnection(Stack.superuserJdbcUrl());
    }

    /** A connection as the service itself has it, in a clinic's context until its end; auto-commit on. */
    public static Connection asService(UUID clinicId) throws SQLException {
        Connection connection = asRole("app");
        try (PreparedStatement set = connection.prepareStatement("select set_config('app.clinic_id', ?, false)")) {
            set.setString(1, clinicId == null ? "" : clinicId.toString());
            set.execute();
        }
        return connection;
    }

    /** A connection of {@code app}, {@code relay} or {@code migrate}. */
    public static Connection asRole(String role) throws SQLException {
        String user = Stack.service() + "_" + role;
        return DriverManager.getConnection(Stack.jdbcUrl(), user, Stack.password(user));
    }

    /** All rows of a query as superuser, each column name to value. */
    public static List<Map<String, Object>> rows(String sql, Object... parameters) {
        return withStatement(sql, parameters, select -> {
            try (ResultSet row = select.executeQuery()) {
                List<Map<String, Object>> rows = new ArrayList<>();
                while (row.next()) {
                    rows.add(asMap(row));
                }
                return rows;
            }
        });
    }

    /** The first column of the only row. */
    public static Object value(String sql, Object... parameters) {
        List<Map<String, Object>> rows = rows(sql, parameters);
        if (rows.size() != 1) {
            throw new IllegalStateException(rows.size() + " rows, expected one: " + sql);
        }
        return rows.getFirst().values().iterator().next();
    }

    /** A {@code select count(*)}. */
    public static long count(String sql, Object... parameters) {
        return ((Number) value(sql, parameters)).longValue();
    }

    /** Changes data as superuser; the number of rows changed. */
    public static int execute(String sql, Object... parameters) {
        return withStatement(sql, parameters, statement -> statement.execute() ? 0 : statement.getUpdateCount());
    }

    private static <T> T withStatement(String sql, Object[] parameters, Work<T> work) {
        try {
            Connection connection = idle();
            try (PreparedStatement statement = prepare(connection, sql, parameters)) {
                return work.on(statement);
            } finally {
                IDLE.push(connection);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One that still works, as the server may have been killed meanwhile; a plan is made anew each time, as tests change tables. */
    private static Connection idle() throws SQLException {
        for (Connection kept = IDLE.poll(); kept != null; kept = IDLE.poll()) {
            if (kept.isValid(VALID_WITHIN_SECONDS)) {
                return kept;
            }
            kept.close();
        }
        return DriverManager.getConnection(Stack.superuserJdbcUrl() + "&prepareThreshold=0");
    }

    private interface Work<T> {

        T on(PreparedStatement statement) throws SQLException;
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    private static Map<String, Object> asMap(ResultSet row) throws SQLException {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            values.put(row.getMetaData().getColumnLabel(i), row.getObject(i));
        }
        return values;
    }
}
