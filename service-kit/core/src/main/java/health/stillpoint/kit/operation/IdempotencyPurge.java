package health.stillpoint.kit.operation;

import health.stillpoint.kit.jobs.ClinicJobs;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** Forgets first answers after a day. They may name a person, so they are not kept longer than they are promised. */
@ApplicationScoped
class IdempotencyPurge {

    private static final String PURGE = "delete from idempotency_key where created_at < now() - interval '24 hours'";

    private final ClinicJobs jobs;
    private final DataSource database;

    IdempotencyPurge(ClinicJobs jobs, DataSource database) {
        this.jobs = jobs;
        this.database = database;
    }

    @Scheduled(every = "${stillpoint.idempotency.purge-every:1h}", delayed = "1m")
    void purge() {
        jobs.forEachClinic("idempotency-purge", this::purge);
    }

    /** The clinic is the running operation's, so row-level security keeps the others' rows out of reach. */
    void purge(UUID clinicId) {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement(PURGE)) {
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }
}
