package health.stillpoint.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** After all that was walked and broken: databases and topics are laid side by side. Nothing is lost, nothing doubled. */
@Order(90)
class ReconciliationTest {

    /** What the synthetic people of these tests are called, and how they are reached: none of it may leave a database. */
    private static final List<String> IDENTIFYING = List.of("Quist", "Rivera", "+1 555 01", "+1555", "somebody@example", "1990-04-02", "1992-05-14");

    @BeforeAll
    static void letEverythingComeToRest() {
        SystemStack.awaitReady();
        Paths.ensureWalked();
        Quiet.await();
    }

    @ParameterizedTest(name = "{0}: one distinct event for each row of {1}")
    @CsvSource(delimiter = '|', textBlock = """
            patient.registered.v1              | patient | patient
            patient.intake-signed.v1           | patient | intake where signed_at is not null
            patient.candidacy-decided.v1       | patient | candidacy_decision
            patient.consent-granted.v1         | patient | consent
            patient.programme-state-changed.v1 | patient | programme_transition
            session.course-planned.v1          | session | course
            session.dose-administered.v1       | session | dose
            session.session-discharged.v1      | session | discharge
            session.vital-alert-raised.v1      | session | vital_alert
            session.integration-completed.v1   | session | integration_task where completed_by_session_id is not null
            session.hold-placed.v1             | session | hold
            outcome.response-scored.v1         | outcome | questionnaire_response
            outcome.safety-alert-raised.v1     | outcome | safety_alert
            """)
    void everyRowHasItsEventAndEveryEventItsRow(String type, String database, String rows) {
        assertThat((long) Facts.distinct(type).size()).isEqualTo(Databases.count(database, "select count(*) from " + rows));
    }

    @Test
    void everyPatientIsKnownEverywhereByTheSameId() {
        List<List<String>> patients = Databases.rows("patient", "select id from patient order by 1");

        assertThat(patients).isNotEmpty();
        assertThat(Databases.rows("session", "select id from patient_standing order by 1")).isEqualTo(patients);
        assertThat(Databases.rows("outcome", "select id from treated_patient order by 1")).isSubsetOf(patients);
    }

    @Test
    void everyDoseHasOneIntegrationTaskOneFollowUpAndOneEntryInTheLedger() {
        List<List<String>> doses = Databases.rows("session", "select id from dose order by 1");

        assertThat(doses).isNotEmpty();
        assertThat(Databases.rows("session", "select dose_id from integration_task order by 1")).isEqualTo(doses);
        assertThat(Databases.rows("outcome", "select id from administered_dose order by 1")).isEqualTo(doses);
        assertThat(Databases.rows("outcome", "select anchor_id from assessment where time_point = 'H24' order by 1"))
                .isEqualTo(doses);
        assertThat(Databases.rows("session", "select dose_id from ledger_movement where type = 'ADMINISTER' order by 1"))
                .isEqualTo(doses);
    }

    @Test
    void theLedgerBalances() {
        assertThat(Databases.rows("session", """
                select l.id from drug_lot l join ledger_movement m on m.lot_id = l.id
                group by l.id, l.balance_milligrams having sum(m.lot_delta) <> l.balance_milligrams""")).isEmpty();
        assertThat(Databases.rows("session", """
                select d.id from dose d join ledger_movement m on m.dose_id = d.id and m.type = 'ADMINISTER'
                group by d.id, d.dose_milligrams having sum(m.milligrams) <> d.dose_milligrams""")).isEmpty();
    }

    @Test
    void eachPatientsFactsStandOnOnePartitionOnly() {
        for (String topic : Facts.TOPICS) {
            assertThat(Facts.on(topic).stream().filter(fact -> !fact.isHeartbeat())
                    .collect(java.util.stream.Collectors.groupingBy(Facts.Fact::key,
                            java.util.stream.Collectors.mapping(Facts.Fact::partition, java.util.stream.Collectors.toSet())))
                    .values()).allSatisfy(partitions -> assertThat(partitions).hasSize(1));
        }
    }

    @Test
    void everyAcknowledgedRegistrationIsAudited() {
        waitForTheSealers();

        assertThat(Databases.rows("patient", """
                select p.id from patient p where not exists (
                    select from audit_event a where a.entity_id = p.id and a.action = 'patient.register' and a.outcome = 'SUCCESS')"""))
                .isEmpty();
        assertThat(Databases.rows("session", """
                select d.id from dose d where not exists (
                    select from audit_event a where a.entity_id = d.id and a.outcome = 'SUCCESS')""")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"patient", "session", "outcome"})
    void theAuditTrailOfEachServiceVerifies(String service) {
        waitForTheSealers();

        for (String clinic : List.of("harbor", "meadow")) {
            var answer = Http.to(SystemStack.gateway(), "/api/v1/" + service + "-service/audit-events/verification")
                    .as(SystemStack.token("auditor", clinic)).get();

            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            assertThat(answer.json().path("intact").asBoolean()).as(answer.text()).isTrue();
            assertThat(answer.json().has("next")).as("more of the chain").isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"patient", "session", "outcome"})
    void theAuditTrailIsReadPageByPage(String service) {
        URI page = SystemStack.gateway().resolve("/api/v1/" + service + "-service/audit-events?limit=1");
        Set<String> read = new HashSet<>();
        for (int pages = 1; pages <= 3; pages++) {
            var answer = Http.to(page, "").as(SystemStack.token("auditor", "harbor")).get();

            assertThat(answer.status()).as(page.toString()).isEqualTo(200);
            assertThat(read.add(answer.json().path("items").path(0).path("id").asText())).isTrue();
            String link = answer.header("Link").orElseThrow();
            assertThat(link).endsWith(">; rel=\"next\"");
            page = page.resolve(link.substring(1, link.indexOf('>')));
        }
    }

    @Test
    void nothingWasPutAside() {
        for (String database : Databases.NAMES) {
            assertThat(Databases.rows(database, "select topic, reason, error_class from dead_letter")).isEmpty();
        }
    }

    @Test
    void noTopicAndNoLogSaysWhoAnybodyIs() {
        for (String topic : Facts.TOPICS) {
            assertThat(Facts.on(topic)).allSatisfy(fact -> assertThat(fact.text()).doesNotContain(IDENTIFYING));
        }
        for (Path log : logs()) {
            assertThat(read(log)).as(log.getFileName().toString()).doesNotContain(IDENTIFYING);
        }
    }

    private static void waitForTheSealers() {
        Await.until("every audit row is in its chain", Duration.ofSeconds(30), () -> Databases.NAMES.stream()
                .allMatch(name -> Databases.count(name, "select count(*) from audit_pending") == 0));
    }

    private static List<Path> logs() {
        try (Stream<Path> files = Files.list(Path.of("target", "stack", "logs"))) {
            List<Path> found = files.filter(file -> file.toString().contains("-service") || file.toString().contains("gateway"))
                    .toList();
            assertThat(found).hasSizeGreaterThanOrEqualTo(4);
            return found;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
