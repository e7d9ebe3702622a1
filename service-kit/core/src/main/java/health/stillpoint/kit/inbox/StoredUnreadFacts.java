package health.stillpoint.kit.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** Asks the table of dead letters. */
@ApplicationScoped
class StoredUnreadFacts implements UnreadFacts {

    private static final String SQL = """
            select exists (select from dead_letter
              where key = ? and replayed_at is null and dismissed_at is null and (clinic is null or clinic = kit_clinic())
                and coalesce(headers ->> 'ce_type' = any (?), true))""";

    private final DataSource database;

    StoredUnreadFacts(DataSource database) {
        this.database = database;
    }

    @Override
    public boolean waitFor(UUID key, Set<String> types) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(SQL)) {
            select.setString(1, key.toString());
            select.setArray(2, connection.createArrayOf("text", types.toArray()));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
