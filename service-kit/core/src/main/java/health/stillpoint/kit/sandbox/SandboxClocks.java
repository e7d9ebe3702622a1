package health.stillpoint.kit.sandbox;

import health.stillpoint.kit.operation.DatabaseUnavailable;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** Stores how far clocks are ahead. */
@ApplicationScoped
class SandboxClocks {

    private final DataSource database;

    SandboxClocks(DataSource database) {
        this.database = database;
    }

    /** False when the clock is further ahead already. */
    boolean moveTo(UUID clinicId, long offsetSeconds, String changedBy) {
        String sql = """
                insert into sandbox_clock (clinic_id, offset_seconds, changed_by) values (?, ?, ?)
                on conflict (clinic_id) do update
                set offset_seconds = excluded.offset_seconds, changed_at = now(), changed_by = excluded.changed_by
                where sandbox_clock.offset_seconds <= excluded.offset_seconds""";
        try (Connection connection = database.getConnection(); PreparedStatement upsert = connection.prepareStatement(sql)) {
            upsert.setObject(1, clinicId);
            upsert.setLong(2, offsetSeconds);
            upsert.setString(3, changedBy);
            return upsert.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }
}
