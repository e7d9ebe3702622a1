package health.stillpoint.system;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The second witness: the services' databases, read as superuser past every rule. */
final class Databases {

    static final List<String> NAMES = List.of("patient", "session", "outcome");

    /** Tables of the kit: they change with every call, allowed or refused. */
    private static final Set<String> TECHNICAL = Set.of(
            "audit_pending", "audit_event", "audit_checkpoint", "outbox", "inbox", "idempotency_key", "sandbox_clock");

    private static final int VALID_WITHIN_SECONDS = 5;
    private static final Map<String, Connection> CONNECTIONS = new HashMap<>();
    private static final Map<String, List<String>> TABLES = new ConcurrentHashMap<>();

    private Databases() {}

    static long count(String database, String sql, Object... parameters) {
        return Long.parseLong(rows(database, sql, parameters).getFirst().getFirst());
    }

    static synchronized List<List<String>> rows(String database, String sql, Object... parameters) {
        try (PreparedStatement statement = connection(database).prepareStatement(sql)) {
            for (int index = 0; index < parameters.length; index++) {
                statement.setObject(index + 1, parameters[index]);
            }
            List<List<String>> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                int width = result.getMetaData().getColumnCount();
                while (result.next()) {
                    List<String> row = new ArrayList<>();
                    for (int column = 1; column <= width; column++) {
                        row.add(result.getString(column));
                    }
                    rows.add(row);
                }
            }
            return rows;
        } catch (SQLException failed) {
            throw new IllegalStateException(database + ": " + sql, failed);
        }
    }

    /** One connection for each database, opened anew when the server has been killed meanwhile. */
    private static Connection connection(String database) throws SQLException {
        Connection open = CONNECTIONS.get(database);
        if (open == null || !open.isValid(VALID_WITHIN_SECONDS)) {
            open = SystemStack.running().postgres().superuser(database);
            CONNECTIONS.put(database, open);
        }
        return open;
    }

    /** A fingerprint of each table that holds a clinic's own facts, by database and table. */
    static Map<String, String> fingerprints(UUID clinic) {
        Map<String, String> prints = new LinkedHashMap<>();
        for (String database : NAMES) {
            String everyTable = TABLES.computeIfAbsent(database, Databases::clinicTables).stream()
                    .map(table -> """
                            select '%1$s', count(*) || ':' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '')
                            from %1$s t where clinic_id = '%2$s'""".formatted(table, clinic))
                    .collect(Collectors.joining(" union all "));
            rows(database, everyTable).forEach(row -> prints.put(database + "." + row.get(0), row.get(1)));
        }
        return prints;
    }

    static List<String> clinicTables(String database) {
        return rows(database, """
                select table_name from information_schema.columns
                where table_schema = 'public' and column_name = 'clinic_id' order by 1""").stream()
                .map(List::getFirst)
                .filter(table -> !TECHNICAL.contains(table))
                .toList();
    }
}
