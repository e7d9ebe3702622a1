package health.stillpoint.session.identity;

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
import health.stillpoint.session.fixtures.SessionSteps;
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
    private static final String PATIENT_FACTS = "patient.events.v1";
    private static final String OUTCOME_FACTS = "outcome.events.v1";

    /** What may name an erased person for good: that they were erased and merged, and the audit trail; facts on their way out leave by themselves. */
    private static final Set<String> ID_ALONE = Set.of("patient_standing", "merged_record", "audit_pending", "audit_event", "outbox");

    private final SessionSteps steps = SessionSteps.in(CLINIC);

    @Inject
    KeptFacts keptFacts;

    @Test
    void goWithTheDayAfterTheLastOne() {
        // Given
        SessionSteps.Dosed due = treated();
        UUID duplicate = steps.registeredPatient();
        merged(duplicate, due.patient());
        UUID kept = steps.registeredPatient();
        steps.consented(kept);
        LocalDate today = today();
        erased(due.patient(), today);
        erased(duplicate, today);
        erased(kept, today.plusDays(2));
        Object balance = balanceOf(due.lot());
        long movements = movementsOf(due.lot());
        steps.knowledgeIsFresh();
        keptFacts.deleteWhenOver();
        assertThat(tablesWith(due.patient())).contains("course", "treatment_session", "dose", "dose_order", "discharge", "pre_dose_checklist",
                "integration_task", "ledger_movement", "known_consent", "adverse_event");

        // When
        ClinicTime.advance(CLINIC, Duration.ofDays(1));
        steps.knowledgeIsFresh();
        keptFacts.deleteWhenOver();

        // Then
        assertThat(tablesWith(due.patient())).isSubsetOf(ID_ALONE);
        assertThat(tablesWith(duplicate)).isSubsetOf(ID_ALONE);
        assertThat(tablesWith(due.session())).isSubsetOf("audit_pending", "audit_event", "outbox");
        assertThat(tablesWith(due.dose())).isSubsetOf("audit_pending", "audit_event", "outbox");
        assertThat(Database.rows("select birth_year, sex_at_birth, candidacy, primary_diagnosis, consent_since, codes from patient_standing where id = ?",
                due.patient())).first().satisfies(row -> assertThat(row.values()).containsExactly(null, null, null, null, null, ""));
        assertThat(balanceOf(due.lot())).isEqualTo(balance);
        assertThat(movementsOf(due.lot())).isEqualTo(movements);
        steps.as("therapist").get("/api/v1/sessions/{id}", due.session()).then().statusCode(404).body("code", equalTo("no-such-session"));
        steps.as("therapist").get("/api/v1/courses?patientId={id}", due.patient()).then().statusCode(200).body("items", empty());
        steps.as("prescriber").body(Map.of("patientId", due.patient(), "code", "H_LIVER", "reason", "measured high twice"))
                .post("/api/v1/holds").then().statusCode(404).body("code", equalTo("no-such-patient"));
        assertThat(tablesWith(kept)).contains("patient_standing", "known_consent");
        assertThat(deleted(kept)).isFalse();
    }

    @Test
    void stayWhilePatientServiceIsNotHeard() {
        // Given
        UUID patient = steps.registeredPatient();
        erased(patient, today().minusDays(1));
        steps.knowledgeIsFresh();
        Database.execute("update knowledge set sent_at = now() - interval '70 seconds' where source = 'patient' and partition = 3");

        // When
        keptFacts.deleteWhenOver();

        // Then
        assertThat(deleted(patient)).isFalse();
        steps.knowledgeIsFresh();
        keptFacts.deleteWhenOver();
        assertThat(deleted(patient)).isTrue();
    }

    @Test
    void areKeptUntilTheLatestDayThatWasTold() {
        UUID patient = steps.registeredPatient();
        erased(patient, today().plusDays(3));
        erased(patient, today().minusDays(1));

        steps.knowledgeIsFresh();
        keptFacts.deleteWhenOver();

        assertThat(deleted(patient)).isFalse();
    }

    @Test
    void areNotTakenUpAgainWhenMoreIsTold() {
        // Given
        UUID patient = forgotten();
        UUID last = UUID.randomUUID();

        // When
        steps.say(PATIENT_FACTS, "patient.registered.v1", patient, Map.of("birthYear", 1988, "sexAtBirth", "female"));
        steps.say(PATIENT_FACTS, "patient.consent-granted.v1", patient, Map.of("consentId", UUID.randomUUID(), "scope", "TREATMENT",
                "templateVersion", "1", "signedAt", steps.now(), "expiresAt", steps.now().plus(Duration.ofDays(9))));
        steps.say(PATIENT_FACTS, "patient.consent-withdrawn.v1", patient, Map.of("consentId", UUID.randomUUID(), "scope", "TREATMENT",
                "withdrawnAt", steps.now()));
        steps.say(PATIENT_FACTS, "patient.candidacy-expired.v1", patient, Map.of("decisionId", UUID.randomUUID(), "reasonCodes", List.of(),
                "expiredAt", steps.now()));
        steps.say(OUTCOME_FACTS, "outcome.safety-alert-raised.v1", patient, Map.of("alertId", UUID.randomUUID(), "instrument", "PHQ9",
                "code", "PHQ9_SI_PRESENT", "severity", "RED", "raisedAt", steps.now()));
        steps.say(OUTCOME_FACTS, "outcome.safety-alert-resolved.v1", patient, Map.of("alertId", UUID.randomUUID(), "resolvedAt", steps.now()));
        steps.say(OUTCOME_FACTS, "outcome.response-scored.v1", patient, Map.of("responseId", UUID.randomUUID(), "assessmentId", UUID.randomUUID(),
                "instrument", "GAD7", "status", "SCORED", "total", 9, "answeredAt", steps.now()));
        for (String topic : List.of(PATIENT_FACTS, OUTCOME_FACTS)) {
            UUID told = topic.equals(PATIENT_FACTS) ? last : UUID.randomUUID();
            Events.fact("patient.care-team-changed.v1").id(told).clinic(CLINIC).key(patient).with("patientId", patient.toString())
                    .with("revision", 9).with("members", List.of()).publishTo(topic);
            Eventually.holds(() -> assertThat(Database.count("select count(*) from inbox where event_id = ?", told)).isOne());
        }

        // Then
        assertThat(tablesWith(patient)).isSubsetOf(ID_ALONE);
        assertThat(Database.value("select birth_year from patient_standing where id = ?", patient)).isNull();
    }

    @Test
    void areForgottenWithTheMomentsOfCorrections() {
        UUID patient = steps.registeredPatient();
        steps.corrected(patient, 1987, "female", 3);
        steps.corrected(patient, 1986, "female", 4);
        assertThat(Database.value("select cardinality(person_corrections) from patient_standing where id = ? and person_corrected_at"
                + " = person_corrections[2]", patient)).isEqualTo(2);
        erased(patient, today().minusDays(1));

        steps.knowledgeIsFresh();
        keptFacts.deleteWhenOver();

        assertThat(Database.rows("select person_corrections, person_corrected_at from patient_standing where id = ?", patient))
                .first().satisfies(row -> assertThat(row.values()).containsOnlyNulls());
    }

    @Test
    void areForgottenOfSomebodyHeardOfOnlyByTheErasure() {
        UUID patient = UUID.randomUUID();
        erased(patient, today().minusDays(1));
        steps.say(PATIENT_FACTS, "patient.registered.v1", patient, Map.of("birthYear", 1988, "sexAtBirth", "female"));
        Eventually.holds(() -> assertThat(Database.value("select birth_year from patient_standing where id = ?", patient)).isEqualTo(1988));

        steps.knowledgeIsFresh();
        keptFacts.deleteWhenOver();

        assertThat(Database.value("select birth_year from patient_standing where id = ?", patient)).isNull();
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
        SessionSteps.Dosed living = steps.sessionUnderObservation();
        UUID erased = steps.registeredPatient();
        erased(erased, today());

        for (String change : List.of("delete from dose where id = '" + living.dose() + "'",
                "delete from pre_dose_checklist where session_id = '" + living.session() + "'",
                "update ledger_movement set patient_id = null, session_id = null, dose_id = null where session_id = '" + living.session() + "'",
                "select delete_facts('" + erased + "', now())", "select delete_facts('" + living.patient() + "', now())",
                "update patient_standing set facts_deleted_at = now() where id = '" + living.patient() + "'",
                "update patient_standing set facts_deleted_at = keep_until + time '23:59' where id = '" + erased + "'")) {
            try (Connection service = Database.asService(Stack.clinic(CLINIC)); Statement statement = service.createStatement()) {
                assertThatThrownBy(() -> statement.execute(change)).as(change).isInstanceOf(SQLException.class)
                        .hasMessageMatching("(?s).*(kept until its date|never changed|ck_patient_standing_erased).*");
            }
        }
    }

    @Test
    void areDeletedInEveryTableThatKnowsPatients() {
        assertThat(Database.rows("""
                select c.table_name from information_schema.columns c
                 where c.table_schema = 'public' and c.column_name in ('patient_id', 'session_id')
                   and not exists (select from pg_proc p where p.proname = 'delete_facts'
                                      and (position('DELETE FROM ' || c.table_name || ' ' in p.prosrc) > 0
                                           or position('UPDATE ' || c.table_name || ' SET ' in p.prosrc) > 0))""")).isEmpty();
    }

    private SessionSteps.Dosed treated() {
        SessionSteps.Dosed dosed = steps.sessionUnderObservation();
        steps.recoveredAndDischarged(dosed);
        steps.integrated(dosed);
        steps.adverseEvent(dosed, steps.vomiting(dosed, 1));
        return dosed;
    }

    private UUID forgotten() {
        UUID patient = steps.registeredPatient();
        erased(patient, today().minusDays(1));
        steps.knowledgeIsFresh();
        keptFacts.deleteWhenOver();
        assertThat(deleted(patient)).isTrue();
        return patient;
    }

    private void merged(UUID duplicate, UUID survivor) {
        steps.say(PATIENT_FACTS, "patient.merged.v1", duplicate, Map.of("patientId", survivor.toString(), "mergedPatientId", duplicate.toString(),
                "mergedAt", steps.now()));
        Eventually.holds(() -> assertThat(Database.count("select count(*) from merged_record where id = ?", duplicate)).isOne());
    }

    private void erased(UUID patient, LocalDate keepUntil) {
        UUID told = UUID.randomUUID();
        Events.fact("patient.erased.v1").id(told).clinic(CLINIC).key(patient).with("patientId", patient.toString())
                .with("erasedAt", steps.now().toString()).with("keepUntil", keepUntil.toString()).publishTo(PATIENT_FACTS);
        Eventually.holds(() -> assertThat(Database.count("select count(*) from inbox where event_id = ?", told)).isOne());
    }

    private LocalDate today() {
        return ClinicTime.now(CLINIC).atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static boolean deleted(UUID patient) {
        return Database.count("select count(*) from patient_standing where id = ? and facts_deleted_at is not null", patient) == 1;
    }

    private static Object balanceOf(UUID lot) {
        return Database.value("select balance_milligrams from drug_lot where id = ?", lot);
    }

    private static long movementsOf(UUID lot) {
        return Database.count("select count(*) from ledger_movement where lot_id = ?", lot);
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
