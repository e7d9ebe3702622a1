package health.stillpoint.kit.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The service's database beside the service: as superuser, who sees all clinics, or as one of the service's roles. */
public final class Database {

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
        try (Connection connection = superuser();
                PreparedStatement select = prepare(connection, sql, parameters);
                ResultSet row = select.executeQuery()) {
            List<Map<String, Object>> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(asMap(row));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
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
        try (Connection connection = superuser();
                PreparedStatement statement = prepare(connection, sql, parameters)) {
            return statement.execute() ? 0 : statement.getUpdateCount();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
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
