package health.stillpoint.kit.jobs;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The clinics this service has met. */
public final class KnownClinics {

    private KnownClinics() {}

    /** All of them, in the order of their first appearance; the connection is the relay role's. */
    public static List<UUID> of(Connection relay) throws SQLException {
        try (Statement select = relay.createStatement();
                ResultSet row = select.executeQuery("select id from known_clinic order by first_seen, id")) {
            List<UUID> clinics = new ArrayList<>();
            while (row.next()) {
                clinics.add(row.getObject(1, UUID.class));
            }
            return clinics;
        }
    }
}
