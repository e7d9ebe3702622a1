package health.stillpoint.patient.erasure;

import static health.stillpoint.patient.fixtures.Api.PATIENTS;
import static health.stillpoint.patient.fixtures.Api.as;
import static health.stillpoint.patient.fixtures.Api.get;
import static health.stillpoint.patient.fixtures.Api.post;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import health.stillpoint.kit.testing.ClinicTime;
import health.stillpoint.kit.testing.Database;
import health.stillpoint.kit.testing.Events;
import health.stillpoint.kit.testing.Eventually;
import health.stillpoint.kit.testing.ServiceTest;
import health.stillpoint.kit.testing.Stack;
import health.stillpoint.kit.testing.Tokens;
import health.stillpoint.patient.erasure.api.ErasureExamples;
import health.stillpoint.patient.fixtures.Api;
import health.stillpoint.patient.referrals.api.ReferralExamples;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
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

    @Inject
    KeptFacts keptFacts;

    @TestHTTPResource(value = "/openapi?format=JSON", management = true)
    URI document;

    @TestHTTPResource(value = "/re-announce", management = true)
    URI reAnnounce;

    @Test
    void goWithTheDayAfterTheLastOne() {
        // Given
        UUID due = anErasedPatientWithAHistory();
        UUID merged = UUID.fromString((String) Database.value("select id::text from patient where merged_into = ?::uuid", due.toString()));
        UUID kept = anErasedPatientWithAHistory();
        keepUntil(due, today().minusDays(1));
        keepUntil(kept, today());
        assertThat(tablesWith(due)).contains("intake", "screening", "consent", "candidacy_decision", "programme_transition", "referral",
                "record_merge", "risk_flag", "dosing_history");

        // When
        keptFacts.deleteWhenOver();

        // Then
        for (UUID record : List.of(due, merged)) {
            assertThat(tablesWith(record)).isSubsetOf("patient", "erasure", "audit_pending", "audit_event", "outbox");
        }
        assertThat(Database.rows("select birth_date, sex_at_birth, time_zone, programme_state from patient where id = ?::uuid", due.toString()))
                .first().satisfies(row -> assertThat(row.values()).containsExactly(null, "UNKNOWN", "UTC", "CLOSED"));
        get("therapist", kept, "/intakes").statusCode(200).body("items.size()", equalTo(2));
        assertThat(tablesWith(kept)).contains("intake", "screening", "consent", "candidacy_decision", "referral");
    }

    @Test
    void leaveAnIdThatSaysWhatBecameOfIt() {
        UUID patient = aPatientWhoseFactsWereDeleted();

        Map<String, Map<String, Object>> paths =
                given().accept("application/json").get(document).then().statusCode(200).extract().path("paths");
        List<String> readable = paths.entrySet().stream()
                .filter(path -> path.getKey().startsWith(PATIENTS + "/{id}") && path.getValue().containsKey("get")).map(Map.Entry::getKey).toList();
        assertThat(readable).hasSizeGreaterThan(20).allSatisfy(path -> as("prescriber").get(path.replaceAll("\\{[^}]*}", patient.toString()))
                .then().statusCode(410).body("code", equalTo("patient-erased")));
        post("therapist", patient, "/intakes", "{}").statusCode(409).body("code", equalTo("patient-erased"));
        as("therapist", "meadow").get(PATIENTS + "/" + patient).then().statusCode(404);
    }

    @Test
    void areNotTakenUpAgainWhenMoreIsTold() {
        UUID patient = aPatientWhoseFactsWereDeleted();
        UUID told = UUID.randomUUID();

        Events.fact("session.hold-placed.v1").id(told).key(patient).data("{\"patientId\": \"" + patient + "\", \"holdId\": \""
                + UUID.randomUUID() + "\", \"code\": \"H_BP\"}").publishTo("session.events.v1");

        Eventually.holds(() -> assertThat(Database.count("select count(*) from inbox where event_id = ?::uuid", told.toString())).isPositive());
        assertThat(tablesWith(patient)).isSubsetOf("patient", "erasure", "audit_pending", "audit_event", "outbox");
    }

    @Test
    void areToldToNobodyButThatThePersonWasErased() {
        UUID patient = aPatientWhoseFactsWereDeleted();
        Eventually.holds(() -> assertThat(typesAbout(patient)).contains("patient.erased.v1"));
        int toldBefore = typesAbout(patient).size();

        given().post(reAnnounce).then().statusCode(200);

        Eventually.holds(() -> assertThat(typesAbout(patient).stream().skip(toldBefore)).containsExactly("patient.erased.v1"));
    }

    @Test
    void areDeletedOnRecord() {
        UUID patient = aPatientWhoseFactsWereDeleted();
        keptFacts.deleteWhenOver();

        assertThat(Database.count("""
                select (select count(*) from audit_pending where action = 'job.facts-retention' and entity_id = ?::uuid and about_id = entity_id)
                     + (select count(*) from audit_event where action = 'job.facts-retention' and entity_id = ?::uuid and about_id = entity_id)""",
                patient.toString(), patient.toString())).isOne();
    }

    @Test
    void areGuardedByTheDatabaseUntilThen() throws SQLException {
        UUID living = Api.aPatientReadyForReview();
        UUID erased = Api.aRegisteredPatient();
        post("clinic-admin", erased, "/erasure-requests", ErasureExamples.ERASE).statusCode(200);

        for (String change : List.of("delete from screening where patient_id = '" + living + "'",
                "delete from programme where id = '" + erased + "'", "update patient set facts_deleted_at = now() where id = '" + living + "'",
                "update patient set facts_deleted_at = now() where id = '" + erased + "'")) {
            try (Connection service = Database.asService(Stack.clinic("harbor")); Statement statement = service.createStatement()) {
                assertThatThrownBy(() -> statement.executeUpdate(change))
                        .isInstanceOf(SQLException.class).hasMessageContaining("kept until its date");
            }
        }
    }

    @Test
    void areDeletedInEveryTableThatKnowsPatients() {
        assertThat(Database.rows("""
                select distinct c.conrelid::regclass::text as name from pg_constraint c
                 where c.contype = 'f' and c.confrelid = 'patient'::regclass
                   and c.conrelid::regclass::text not in ('patient', 'erasure', 'patient_identifier', 'former_identifier', 'patient_name_word')
                   and not exists (select from pg_proc p where p.proname = 'delete_facts'
                                      and position('DELETE FROM ' || c.conrelid::regclass || ' ' in p.prosrc) > 0)""")).isEmpty();
    }

    private UUID aPatientWhoseFactsWereDeleted() {
        UUID patient = Api.aPatientWithSignedIntake();
        post("clinic-admin", patient, "/erasure-requests", ErasureExamples.ERASE).statusCode(200);
        keepUntil(patient, today().minusDays(1));
        keptFacts.deleteWhenOver();
        return patient;
    }

    /** Was referred, accepted, dosed and is recovered; a second record was merged into theirs. */
    private static UUID anErasedPatientWithAHistory() {
        UUID patient = Api.anAcceptedPatient();
        as("therapist").body("{\"patientId\": \"" + patient + "\"}").post("/api/v1/referrals/" + aReferral() + "/link").then().statusCode(200);
        Api.consent(patient);
        post("prescriber", patient, "/programme/stop", "{\"reason\": \"PATIENT_WISH\"}").statusCode(200);
        UUID duplicate = Api.aPatientWithSignedIntake();
        as("clinic-admin").header("If-Match", "*").body("{\"duplicateId\": \"" + duplicate + "\", \"reason\": \"same person\"}")
                .post(PATIENTS + "/" + patient + "/merge").then().statusCode(200);
        String session = "\"sessionId\": \"" + UUID.randomUUID() + "\"";
        String hold = "\"holdId\": \"" + UUID.randomUUID() + "\", \"code\": \"H_BP\"";
        tell("session.session-discharged.v1", patient, session + ", \"recoveredAt\": \"2026-03-09T11:30:00Z\"");
        tell("session.hold-placed.v1", patient, hold);
        tell("session.hold-cleared.v1", patient, hold);
        Eventually.holds(() -> assertThat(Database.count("""
                select (select count(*) from risk_flag where patient_id = ?::uuid and flag = 'HOLD' and ended_at is not null)
                     + (select count(*) from dosing_history where id = ?::uuid)""", patient.toString(), patient.toString())).isEqualTo(2));
        post("clinic-admin", patient, "/erasure-requests", ErasureExamples.ERASE).statusCode(200);
        return patient;
    }

    private static String aReferral() {
        return given().contentType("application/json")
                .header("Authorization", "Bearer " + Tokens.of("partner", "harbor", Map.of("azp", "partner-harbor")))
                .body(ReferralExamples.REFERRAL).post("/api/v1/referrals").then().statusCode(201).extract().path("id");
    }

    private static void tell(String type, UUID patient, String more) {
        Events.fact(type).key(patient).data("{\"patientId\": \"" + patient + "\", " + more + "}").publishTo("session.events.v1");
    }

    private static LocalDate today() {
        return ClinicTime.now().atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** As if the person had been erased that much earlier. */
    private static void keepUntil(UUID patient, LocalDate day) {
        assertThat(Database.execute("update erasure set keep_until = ?::date where patient_id = ?::uuid", day.toString(), patient.toString()))
                .isOne();
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

    private static List<String> typesAbout(UUID patient) {
        return Events.on("patient.events.v1").stream().filter(fact -> patient.toString().equals(fact.key()))
                .map(Events.Published::type).toList();
    }
}
