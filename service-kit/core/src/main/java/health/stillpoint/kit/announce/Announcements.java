package health.stillpoint.kit.announce;

import health.stillpoint.kit.jobs.KnownClinics;
import health.stillpoint.kit.operation.ClinicOperations;
import health.stillpoint.kit.outbox.Outbox;
import health.stillpoint.kit.tenancy.RelayConnections;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Tells the present state once more, clinic by clinic, each in a transaction of its own. */
@ApplicationScoped
public class Announcements {

    private final List<Announcer> announcers;
    private final RelayConnections connections;
    private final ClinicOperations operations;
    private final Outbox outbox;

    Announcements(
            @All List<Announcer> announcers,
            RelayConnections connections,
            ClinicOperations operations,
            Outbox outbox) {
        this.announcers = announcers;
        this.connections = connections;
        this.operations = operations;
        this.outbox = outbox;
    }

    /** What was told. */
    public record Summary(int clinics, long events) {}

    /** Appends the present state of every known clinic to the outbox. */
    public Summary tellEverything() {
        List<UUID> clinics = clinics();
        long events = clinics.stream().mapToLong(this::tell).sum();
        return new Summary(clinics.size(), events);
    }

    private long tell(UUID clinicId) {
        return operations.inClinic(clinicId, "re-announce", "events.re-announce", () -> {
            long[] told = {0};
            announcers.forEach(announcer -> announcer.announce(clinicId, event -> {
                outbox.append(event);
                told[0]++;
            }));
            return told[0];
        });
    }

    private List<UUID> clinics() {
        try (Connection connection = connections.open()) {
            List<UUID> clinics = KnownClinics.of(connection);
            connection.rollback();
            return clinics;
        } catch (SQLException e) {
            throw new IllegalStateException("The clinics cannot be read", e);
        }
    }
}
