package health.stillpoint.kit.bench;

import health.stillpoint.kit.tenancy.DatabaseConfig;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** In the profile {@code bench}, and only there, turns row-level security off, or on again, in the benchmark's database. */
@ApplicationScoped
class BenchRowLevelSecurity {

    private static final String TABLES = """
            select c.oid::regclass::text from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'clinic_id'
            where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace""";
    private static final String BECOME_OWNER = "select set_config('role', replace(session_user, '_migrate', '_owner'), false)";

    private final BenchConfig config;
    private final DatabaseConfig database;
    private final String url;

    BenchRowLevelSecurity(BenchConfig config, DatabaseConfig database,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url) {
        this.config = config;
        this.database = database;
        this.url = url;
    }

    void apply(@Observes StartupEvent starting) throws SQLException {
        if (!ConfigUtils.getProfiles().contains(BenchConfig.PROFILE)) {
            return;
        }
        String mode = config.with(BenchConfig.Part.ROW_LEVEL_SECURITY) ? " enable" : " disable";
        try (Connection connection = DriverManager.getConnection(
                        url, database.migration().username(), database.migration().password());
                Statement statement = connection.createStatement()) {
            statement.execute(BECOME_OWNER);
            for (String table : tables(statement)) {
                statement.execute("alter table " + table + mode + " row level security");
            }
        }
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(TABLES)) {
            while (row.next()) {
                tables.add(row.getString(1));
            }
        }
        return tables;
    }
}
