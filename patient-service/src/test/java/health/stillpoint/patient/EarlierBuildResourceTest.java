package health.stillpoint.patient;

import static health.stillpoint.patient.fixtures.Api.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import health.stillpoint.kit.testing.Database;
import health.stillpoint.kit.testing.ServiceTest;
import health.stillpoint.kit.testing.Stack;
import health.stillpoint.patient.fixtures.Api;
import health.stillpoint.patient.fixtures.Earlier;
import health.stillpoint.patient.screening.api.ScreeningExamples;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** What an earlier build stored is read by this one, and its migrations run as the kit says. */
@ServiceTest
class EarlierBuildResourceTest {

    @Inject
    Flyway flyway;

    @Test
    void showsADecisionOfAnEarlierRuleSetAsItWasTakenThen() {
        // Given
        UUID patient = Api.aRegisteredPatient();
        Database.execute("""
                insert into candidacy_decision (id, clinic_id, version, patient_id, inputs, result, outcome, decided_by, decided_at, expires_at,
                    status, status_since, end_reason_codes)
                values (?, ?, 0, ?, ?::jsonb, ?::jsonb, 'ACCEPTED_WITH_CONDITIONS', gen_random_uuid(), '2026-03-02T15:00:00Z',
                    '2026-04-01T15:00:00Z', 'ENDED', '2026-04-01T15:00:00Z', '["OUT_OF_DATE"]')""",
                UUID.randomUUID(), Stack.clinic("harbor"), patient, Earlier.DECISION.get("inputs").toString(),
                Earlier.DECISION.get("result").toString());

        // When, then
        get("prescriber", patient, "/candidacy-decisions").statusCode(200)
                .body("items.ruleSetVersion", contains("2026.4"))
                .body("items[0].outcome", equalTo("ACCEPTED_WITH_CONDITIONS"))
                .body("items[0].reasonCodes", hasItem("PATIENT_CANNOT_WAIT"))
                .body("items[0].basis.rules.find { it.code == 'NOT_RESISTANT' }.result", equalTo("OVERRIDDEN"));
    }

    @Test
    void goesOnWithAProgrammeWhoseFactsHaveANameNoLongerKept() {
        // Given
        UUID patient = Api.aPatientWithSignedIntake();
        Database.execute("update programme set facts = facts || '{\"decisionsEnded\": [\"0197a000-0000-7000-8000-0000000000c3\"]}' where id = ?",
                patient);

        // When
        Api.screen(patient, ScreeningExamples.HEALTHY);

        // Then
        assertThat(Api.programmeState(patient)).isEqualTo("CANDIDACY_REVIEW");
    }

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
