package health.stillpoint.session.identity.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.stillpoint.kit.testing.Database;
import health.stillpoint.kit.testing.Eventually;
import health.stillpoint.kit.testing.ServiceTest;
import health.stillpoint.kit.testing.Stack;
import health.stillpoint.session.fixtures.SessionSteps;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No column can hold text without somebody having decided whether it goes with the identity. */
@ServiceTest
class ErasedTextsResourceTest {

    private static final String CANARY = "CANARY-words";

    /** What people write of a patient, each with the column its row is found by. */
    private static final Map<String, String> ERASED = Map.ofEntries(
            Map.entry("treatment_session.escort", "patient_id"), Map.entry("treatment_session.end_reason", "patient_id"),
            Map.entry("discharge.escort", "patient_id"), Map.entry("session_note.text", "session_id"),
            Map.entry("course.goal", "patient_id"), Map.entry("course.end_reason", "patient_id"),
            Map.entry("course_review.rationale", "patient_id"), Map.entry("pre_dose_checklist.signature_reason", "patient_id"),
            Map.entry("pre_dose_checklist_version.reason", "patient_id"), Map.entry("dose.knowledge_override_reason", "patient_id"), Map.entry("vital_alert.action", "patient_id"),
            Map.entry("integration_work.technique", "patient_id"), Map.entry("integration_work.target", "patient_id"),
            Map.entry("integration_work.homework", "patient_id"), Map.entry("hold.reason", "patient_id"),
            Map.entry("hold.clear_reason", "patient_id"), Map.entry("ledger_movement.reason", "session_id"),
            Map.entry("destruction_proposal.reason", "session_id"), Map.entry("dose_order.remeasured_reason", "patient_id"),
            Map.entry("adverse_event.description", "patient_id"), Map.entry("adverse_event.amendment_reason", "patient_id"));

    private static final Map<String, Set<String>> KEPT = Map.of(
            "a code of a list, or built of codes and numbers", Set.of("course.type", "course.route", "course.state", "course_review.kind",
                    "treatment_session.kind", "treatment_session.state", "dose_order.route", "dose_order.sex_at_birth", "dose_order.level",
                    "dose_order.arithmetic", "pre_dose_checklist.answers", "pre_dose_checklist.rows", "pre_dose_checklist.result",
                    "pre_dose_checklist_version.answers", "pre_dose_checklist_version.rows", "pre_dose_checklist_version.result",
                    "pre_dose_checklist_version.changed_fields",
                    "ledger_movement.type", "destruction_proposal.type", "dose.route", "dose.level", "vital_alert.severity",
                    "vital_alert.codes", "vital_sign.timing", "vital_sign.symptoms", "recovery_assessment.findings",
                    "recovery_assessment.unmet", "integration_task.status", "integration_task.completed_phase", "integration_work.modality",
                    "integration_work.target_kind", "adverse_event.term", "adverse_event.criteria", "adverse_event.relatedness",
                    "adverse_event.drug_action", "adverse_event.outcome",
                    "hold.code", "hold.severity", "known_consent.scope", "known_safety_alert.code",
                    "known_safety_alert.severity", "known_score.instrument", "known_score.time_point", "patient_standing.sex_at_birth",
                    "patient_standing.candidacy", "patient_standing.codes", "patient_standing.primary_diagnosis",
                    "patient_standing.primary_instrument", "patient_standing.ended_decisions"),
            "of the clinic, its stock or its staff", Set.of("treatment_session.room", "drug_lot.product", "drug_lot.form", "drug_lot.lot_number",
                    "drug_lot.supplier", "care_team.members", "sandbox_clock.changed_by"),
            "ids and codes alone, as in every event", Set.of("outbox.topic", "outbox.type", "outbox.headers", "outbox.payload",
                    "inbox.consumer", "knowledge.source", "dead_letter.topic", "dead_letter.key", "dead_letter.headers", "dead_letter.reason",
                    "dead_letter.error_class", "audit_checkpoint.key_id", "audit_checkpoint.signature"),
            "an operator's words, who is told to name nobody in them", Set.of("dead_letter.dismissed_by", "dead_letter.dismissal_reason"),
            "the audit trail, ids and codes alone", Stream.of("audit_pending", "audit_event").flatMap(table -> Stream.of("subject", "client_id",
                    "roles", "action", "entity_type", "fields", "outcome", "problem_code", "request_id", "trace_id", "ip", "service", "version")
                    .map(column -> table + "." + column)).collect(Collectors.toSet()),
            "goes with its row when it answers a call on the patient", Set.of("idempotency_key.subject", "idempotency_key.key",
                    "idempotency_key.route", "idempotency_key.headers"));

    private final SessionSteps steps = SessionSteps.in("harbor");

    @Test
    void decidesForEveryTextOfTheDatabaseWhetherItGoes() {
        Set<String> texts = Database.rows("""
                select table_name || '.' || column_name as place from information_schema.columns
                where table_schema = 'public' and data_type in ('text', 'jsonb', 'json', 'character varying')
                and table_name <> 'flyway_schema_history'""").stream()
                .map(row -> (String) row.get("place")).collect(Collectors.toCollection(TreeSet::new));

        assertThat(texts).containsExactlyInAnyOrderElementsOf(Stream.concat(ERASED.keySet().stream(),
                KEPT.values().stream().flatMap(Set::stream)).toList());
    }

    @Test
    void takesOutEveryTextOfTheErasedPersonAlone() throws SQLException {
        SessionSteps.Dosed erased = writtenAbout();
        SessionSteps.Dosed other = writtenAbout();

        steps.say("patient.events.v1", "patient.erased.v1", erased.patient(), Map.of("patientId", erased.patient().toString(),
                "erasedAt", steps.now().toString(), "keepUntil", "2033-03-01"));

        Eventually.holds(() -> assertThat(Database.count("select count(*) from patient_standing where id = ? and erased_at is not null",
                erased.patient())).isOne());
        assertThat(ERASED.keySet()).allSatisfy(place -> {
            assertThat(written(place, erased)).as(place).isZero();
            assertThat(written(place, other)).as(place).isPositive();
        });
        assertThat(answersKept(erased)).isZero();
        assertThat(answersKept(other)).isPositive();
        assertThat(Database.count("select count(*) from dose where patient_id = ? and dose_milligrams > 0", erased.patient())).isOne();
        assertThat(Database.value("select reason from hold where patient_id = ? and origin is not null", erased.patient()))
                .isEqualTo("VITAL_ALERT");
    }

    /** A replica of the release before V243 sets the mark, and removes nothing of a table that it does not know. */
    @Test
    void takesOutTheWordsOfAdverseEventsWhoeverSetsTheMark() throws SQLException {
        SessionSteps.Dosed erased = writtenAbout();
        SessionSteps.Dosed other = writtenAbout();

        try (Connection service = Database.asService(Stack.clinic("harbor")); Statement statement = service.createStatement()) {
            statement.executeUpdate("update patient_standing set erased_at = now() where id = '" + erased.patient() + "'");
        }

        assertThat(List.of("adverse_event.description", "adverse_event.amendment_reason")).allSatisfy(place -> {
            assertThat(written(place, erased)).as(place).isZero();
            assertThat(written(place, other)).as(place).isPositive();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"course_review.rationale", "integration_work.target", "dose.knowledge_override_reason", "ledger_movement.reason",
            "dose_order.remeasured_reason", "pre_dose_checklist_version.reason", "adverse_event.description"})
    void letsNobodyElseChangeWhatWasRecorded(String place) throws SQLException {
        SessionSteps.Dosed dosed = writtenAbout();

        try (Connection service = Database.asService(Stack.clinic("harbor")); Statement statement = service.createStatement()) {
            assertThatThrownBy(() -> statement.executeUpdate("update " + table(place) + " set " + column(place) + " = 'other'" + of(place, dosed)))
                    .isInstanceOf(SQLException.class).hasMessageContaining("never changed");
        }
    }

    /** A dosed patient of whom something is written in every place; rows that tell nothing else are made for it. */
    private SessionSteps.Dosed writtenAbout() throws SQLException {
        SessionSteps.Dosed dosed = steps.sessionUnderObservation();
        steps.recoveredAndDischarged(dosed);
        String row = "('" + Stack.clinic("harbor") + "', gen_random_uuid(), 0, ";
        String patient = "'" + dosed.patient() + "'";
        String session = "'" + dosed.session() + "'";
        String somebody = "gen_random_uuid()";
        try (Connection database = Database.superuser(); Statement statement = database.createStatement()) {
            statement.execute("set session_replication_role = replica");
            for (String insert : List.of(
                    "session_note (clinic_id, id, version, session_id, author, text, written_at) values " + row + session + ", " + somebody + ", '', now())",
                    "course_review (clinic_id, id, version, course_id, patient_id, kind, rationale, reviewed_by, reviewed_at) values " + row
                            + "'" + dosed.course() + "', " + patient + ", 'LONG_TERM', '', " + somebody + ", now())",
                    "vital_alert (clinic_id, id, version, session_id, patient_id, severity, codes, measured_at, raised_at, escalation_level) values "
                            + row + session + ", " + patient + ", 'AMBER', 'SYSTOLIC_HIGH', now(), now(), 0)",
                    "integration_work (clinic_id, id, version, session_id, patient_id, modality, technique, target, suds_before, suds_after,"
                            + " adaptive_anxiety_checked, next_dose_ready, recorded_by, recorded_at) values " + row + session + ", " + patient
                            + ", 'EXPOSURE', '', '', 8, 4, true, true, " + somebody + ", now())",
                    "adverse_event (clinic_id, id, version, adverse_event_id, number, patient_id, course_id, session_id, term, grade, criteria,"
                            + " relatedness, expected, drug_action, outcome, onset_at, reported_by, reported_at, amendment_reason) values " + row + somebody
                            + ", 2, " + patient + ", '" + dosed.course() + "', " + session + ", 'OTHER', 1, '', 'POSSIBLE', true, 'UNKNOWN', 'UNKNOWN', now(), "
                            + somebody + ", now(), '')",
                    "hold (clinic_id, id, version, patient_id, code, severity, reason, placed_at, cleared_by, cleared_at, clear_reason) values "
                            + row + patient + ", 'H_BENEFIT', 'AMBER', '', now(), " + somebody + ", now(), '')",
                    "hold (clinic_id, id, version, patient_id, code, severity, origin, reason, placed_at) values " + row + patient
                            + ", 'H_BP', 'ORANGE', " + somebody + ", 'VITAL_ALERT', now())",
                    "destruction_proposal (clinic_id, id, version, lot_id, type, milligrams, session_id, reason, proposed_by, occurred_at, proposed_at)"
                            + " values " + row + "'" + dosed.lot() + "', 'WASTE', 1, " + session + ", '', " + somebody + ", now(), now())")) {
                statement.execute("insert into " + insert);
            }
            statement.execute("update course set state = 'STOPPED' where id = '" + dosed.course() + "'");
            for (String place : ERASED.keySet()) {
                String written = column(place).equals("escort") ? "'{\"name\": \"" + CANARY + "\", \"relationship\": \"sister\", \"phone\": \"555 0100\"}'" : "'" + CANARY + "'";
                String byHand = table(place).equals("hold") ? " and origin is null" : "";
                statement.execute("update " + table(place) + " set " + column(place) + " = " + written + of(place, dosed) + byHand);
            }
        }
        assertThat(ERASED.keySet()).allSatisfy(place -> assertThat(written(place, dosed)).as(place).isPositive());
        assertThat(answersKept(dosed)).isPositive();
        return dosed;
    }

    private static long written(String place, SessionSteps.Dosed dosed) {
        return Database.count("select count(*) from " + table(place) + of(place, dosed) + " and cast(" + column(place) + " as text) like '%" + CANARY + "%'");
    }

    private static long answersKept(SessionSteps.Dosed dosed) {
        return Stream.of(dosed.patient(), dosed.session(), dosed.course()).mapToLong(ErasedTextsResourceTest::answersKept).sum();
    }

    private static long answersKept(UUID id) {
        return Database.count("select count(*) from idempotency_key where route like ? or convert_from(body, 'UTF8') like ?",
                "%" + id + "%", "%" + id + "%");
    }

    private static String table(String place) {
        return place.substring(0, place.indexOf('.'));
    }

    private static String column(String place) {
        return place.substring(place.indexOf('.') + 1);
    }

    private static String of(String place, SessionSteps.Dosed dosed) {
        return " where " + ERASED.get(place) + " = '" + (ERASED.get(place).equals("patient_id") ? dosed.patient() : dosed.session()) + "'";
    }
}
