package health.stillpoint.outcome.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import health.stillpoint.kit.testing.ClinicTime;
import health.stillpoint.kit.testing.Database;
import health.stillpoint.kit.testing.Events;
import health.stillpoint.kit.testing.Eventually;
import health.stillpoint.kit.testing.ServiceTest;
import health.stillpoint.kit.testing.Stack;
import health.stillpoint.outcome.fixtures.OutcomeSteps;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@ServiceTest
class KeptFactsResourceTest {

    private static final String CLINIC = "meadow";

    /** What may name an erased person for good: that they were erased and merged, and the audit trail; facts on their way out leave by themselves. */
    private static final Set<String> ID_ALONE = Set.of("treated_patient", "merged_record", "audit_pending", "audit_event", "outbox");

    private static final List<Integer> SUICIDAL_IDEATION = List.of(0, 0, 0, 0, 0, 0, 0, 0, 1);

    private final OutcomeSteps steps = OutcomeSteps.in(CLINIC);

    @Inject
    KeptFacts keptFacts;

    @Test
    void goWithTheDayAfterTheLastOne() {
        // Given
        OutcomeSteps.Baseline due = answered();
        UUID duplicate = UUID.randomUUID();
        steps.intakeSigned(duplicate, "GAD");
        told("patient.merged.v1", duplicate, Map.of("patientId", due.patient(), "mergedPatientId", duplicate, "mergedAt", OutcomeSteps.now()));
        OutcomeSteps.Baseline kept = answered();
        LocalDate today = today();
        erased(due.patient(), today);
        erased(duplicate, today);
        erased(kept.patient(), today.plusDays(2));
        patientServiceIsHeard();
        keptFacts.deleteWhenOver();
        assertThat(tablesWith(due.patient())).contains("assessment", "questionnaire_response", "safety_alert", "administered_dose", "care_team");

        // When
        ClinicTime.advance(CLINIC, Duration.ofDays(1));
        patientServiceIsHeard();
        keptFacts.deleteWhenOver();

        // Then
        assertThat(tablesWith(due.patient())).isSubsetOf(ID_ALONE);
        assertThat(tablesWith(duplicate)).isSubsetOf(ID_ALONE);
        assertThat(tablesWith(due.assessment())).isSubsetOf("audit_pending", "audit_event", "outbox");
        assertThat(Database.rows("select primary_diagnosis, treatment_consent_at from treated_patient where id = ?", due.patient()))
                .first().satisfies(row -> assertThat(row.values()).containsOnlyNulls());
        steps.as("therapist").get("/api/v1/assessments/{id}", due.assessment()).then().statusCode(404).body("code", equalTo("no-such-assessment"));
        steps.as("therapist").get("/api/v1/patients/{id}/trajectory", due.patient()).then().statusCode(404).body("code", equalTo("no-such-trajectory"));
        steps.as("monitor").get("/api/v1/safety-alerts?patientId={id}", due.patient()).then().statusCode(200).body("items", empty());
        steps.as("therapist").get("/api/v1/assessments/{id}", kept.assessment()).then().statusCode(200);
        assertThat(tablesWith(kept.patient())).contains("assessment", "questionnaire_response", "administered_dose");
    }

    @Test
    void stayWhilePatientServiceIsNotHeard() {
        // Given
        UUID patient = UUID.randomUUID();
        erased(patient, today().minusDays(1));
        patientServiceIsHeard();
        Database.execute("update knowledge set sent_at = now() - interval '70 seconds' where source = 'patient' and partition = 3");

        // When
        keptFacts.deleteWhenOver();

        // Then
        assertThat(deleted(patient)).isFalse();
        patientServiceIsHeard();
        keptFacts.deleteWhenOver();
        assertThat(deleted(patient)).isTrue();
    }

    @Test
    void areKeptUntilTheLatestDayThatWasTold() {
        UUID patient = UUID.randomUUID();
        erased(patient, today().plusDays(3));
        erased(patient, today().minusDays(1));

        patientServiceIsHeard();
        keptFacts.deleteWhenOver();

        assertThat(deleted(patient)).isFalse();
    }

    @Test
    void areNotTakenUpAgainWhenMoreIsTold() {
        UUID patient = forgotten();

        steps.intakeSigned(patient, "GAD");
        steps.consentGranted(patient, "TREATMENT", OutcomeSteps.now());
        told("patient.consent-withdrawn.v1", patient, Map.of("consentId", UUID.randomUUID(), "scope", "TREATMENT", "withdrawnAt", OutcomeSteps.now()));
        told("patient.care-team-changed.v1", patient, Map.of("revision", 9, "members", List.of()));
        toldBySession(patient);

        assertThat(tablesWith(patient)).isSubsetOf(ID_ALONE);
        assertThat(Database.rows("select primary_diagnosis, treatment_consent_at from treated_patient where id = ?", patient))
                .first().satisfies(row -> assertThat(row.values()).containsOnlyNulls());
    }

    @Test
    void areDeletedOnRecord() {
        UUID patient = forgotten();
        keptFacts.deleteWhenOver();

        assertThat(Database.count("""
                select (select count(*) from audit_pending where action = 'job.facts-retention' and entity_id = ? and about_id = entity_id)
                     + (select count(*) from audit_event where action = 'job.facts-retention' and entity_id = ? and about_id = entity_id)""",
                patient, patient)).isOne();
    }

    @Test
    void areGuardedByTheDatabaseUntilThen() throws SQLException {
        OutcomeSteps.Baseline living = answered();
        UUID erased = UUID.randomUUID();
        erased(erased, today());

        for (String change : List.of("delete from assessment where id = '" + living.assessment() + "'",
                "delete from safety_alert where patient_id = '" + living.patient() + "'",
                "delete from administered_dose where patient_id = '" + living.patient() + "'",
                "delete from questionnaire_response where patient_id = '" + living.patient() + "'",
                "select delete_facts('" + erased + "', now())", "select delete_facts('" + living.patient() + "', now())",
                "update treated_patient set facts_deleted_at = now() where id = '" + living.patient() + "'",
                "update treated_patient set facts_deleted_at = keep_until + time '23:59' where id = '" + erased + "'")) {
            try (Connection service = Database.asService(Stack.clinic(CLINIC)); Statement statement = service.createStatement()) {
                assertThatThrownBy(() -> statement.execute(change)).as(change).isInstanceOf(SQLException.class)
                        .hasMessageMatching("(?s).*(kept until its date|ck_treated_patient_erased).*");
            }
        }
    }

    @Test
    void areDeletedInEveryTableThatKnowsPatients() {
        assertThat(Database.rows("""
                select c.table_name from information_schema.columns c
                 where c.table_schema = 'public' and c.column_name = 'patient_id'
                   and not exists (select from pg_proc p where p.proname = 'delete_facts'
                                      and position('DELETE FROM ' || c.table_name || ' ' in p.prosrc) > 0)""")).isEmpty();
    }

    /** Answered with an alert, dosed, and cared for by a team. */
    private OutcomeSteps.Baseline answered() {
        OutcomeSteps.Baseline baseline = steps.patientWithOpenBaseline("GAD");
        steps.answer(baseline.assessment(), "PHQ9", SUICIDAL_IDEATION).statusCode(201);
        toldBySession(baseline.patient());
        told("patient.care-team-changed.v1", baseline.patient(), Map.of("revision", 1, "members", List.of()));
        return baseline;
    }

    private UUID forgotten() {
        UUID patient = UUID.randomUUID();
        erased(patient, today().minusDays(1));
        patientServiceIsHeard();
        keptFacts.deleteWhenOver();
        assertThat(deleted(patient)).isTrue();
        return patient;
    }

    private void toldBySession(UUID patient) {
        Events.Draft dose = steps.doseAdministered(patient, UUID.randomUUID(), 1, "PSYCHEDELIC", ClinicTime.now(CLINIC));
        UUID told = UUID.randomUUID();
        dose.id(told).publishTo(OutcomeSteps.SESSION_FACTS);
        awaitHeard(told);
    }

    private void erased(UUID patient, LocalDate keepUntil) {
        told("patient.erased.v1", patient, Map.of("erasedAt", OutcomeSteps.now(), "keepUntil", keepUntil));
    }

    private static void told(String type, UUID patient, Map<String, ?> data) {
        UUID id = UUID.randomUUID();
        Events.Draft draft = Events.fact(type).id(id).clinic(CLINIC).key(patient).with("patientId", patient.toString());
        data.forEach((field, value) -> draft.with(field, value instanceof Integer || value instanceof List ? value : value.toString()));
        draft.publishTo(OutcomeSteps.PATIENT_FACTS);
        awaitHeard(id);
    }

    private static void awaitHeard(UUID event) {
        Eventually.holds(() -> assertThat(Database.count("select count(*) from inbox where event_id = ?", event)).isOne());
    }

    private static void patientServiceIsHeard() {
        Events.heartbeat("patient");
        Eventually.holds(() -> assertThat(Database.count(
                "select count(*) from knowledge where source = 'patient' and sent_at > now() - interval '20 seconds'")).isEqualTo(Events.PARTITIONS));
    }

    private static LocalDate today() {
        return ClinicTime.now(CLINIC).atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static boolean deleted(UUID patient) {
        return Database.count("select count(*) from treated_patient where id = ? and facts_deleted_at is not null", patient) == 1;
    }

    private static Set<String> tablesWith(UUID id) {
        Set<String> tables = new TreeSet<>();
        for (Map<String, Object> table : Database.rows("""
                select c.relname as name from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
                   and c.relname <> 'flyway_schema_history'""")) {
            if (Database.count("select count(*) from " + table.get("name") + " as t where t::text like ?", "%" + id + "%") > 0) {
                tables.add((String) table.get("name"));
            }
        }
        return tables;
    }
}
