package health.stillpoint.outcome.assessment.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.kit.testing.Database;
import health.stillpoint.kit.testing.ServiceTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@ServiceTest
class OverAssessmentsResourceTest {

    private static final UUID CLINIC = UUID.randomUUID();

    /** Of a clinic's assessments nearly all are complete, or wait for their patient's first dose. */
    private static final String MANY = """
            insert into assessment (id, clinic_id, version, patient_id, time_point, anchor_id, opens_at, due_at, closes_at, required,
                answered, completed_at)
            select gen_random_uuid(), '%s', 0, gen_random_uuid(), 'BASELINE', gen_random_uuid(), now(), now(),
                   case when n %% 2 = 0 then now() end, '{GAD7}', '{}', case when n %% 2 = 0 then now() end
              from generate_series(1, 5000) n""".formatted(CLINIC);

    @Test
    void areFoundWithoutReadingAllTheOthers() throws SQLException {
        try (Connection database = Database.superuser()) {
            database.setAutoCommit(false); // and never committed
            Statement statement = database.createStatement();
            statement.execute(MANY);
            statement.execute("analyze assessment");
            statement.execute("set local role outcome_app");
            statement.execute("select set_config('app.clinic_id', '" + CLINIC + "', true)");

            String plan = plan(statement, PanacheAssessmentRepository.OVER);

            assertThat(plan).contains("ix_assessment_waiting").containsPattern("Index Cond: .*closes_at < now\\(\\)");
        }
    }

    private static String plan(Statement statement, String sql) throws SQLException {
        String filled = sql.replace(":now", "now()").replace(":most", "500");
        try (ResultSet row = statement.executeQuery("explain " + filled)) {
            StringBuilder plan = new StringBuilder();
            while (row.next()) {
                plan.append(row.getString(1)).append('\n');
            }
            return plan.toString();
        }
    }
}
