package health.stillpoint.patient;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.kit.testing.Database;
import health.stillpoint.kit.testing.ServiceTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** The migrations run over an earlier build's as the kit says. */
@ServiceTest
class EarlierBuildResourceTest {

    @Inject
    Flyway flyway;

    @Test
    void hasItsMigrationsKnownWhateverTextOfThemWasApplied() {
        // Given
        Database.execute("update flyway_schema_history set checksum = -406316195 where version = '115'");

        // When
        flyway.migrate();

        // Then
        assertThat(Database.value("select checksum from flyway_schema_history where version = '115'")).isEqualTo(-1217675097);
    }

    @Test
    void waitsForNoTableLongerThanTheServiceItselfWould() throws SQLException {
        try (Connection connection = Database.asRole("migrate"); Statement statement = connection.createStatement()) {
            statement.execute(flyway.getConfiguration().getInitSql());
            ResultSet timeout = statement.executeQuery("show lock_timeout");
            timeout.next();
            assertThat(timeout.getString(1)).isEqualTo("3s");
        }
    }
}
