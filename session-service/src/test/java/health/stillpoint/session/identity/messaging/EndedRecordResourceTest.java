package health.stillpoint.session.identity.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItems;

import health.stillpoint.kit.operation.ClinicOperations;
import health.stillpoint.kit.testing.ContractChecks;
import health.stillpoint.kit.testing.Database;
import health.stillpoint.kit.testing.Eventually;
import health.stillpoint.kit.testing.ServiceTest;
import health.stillpoint.kit.testing.Stack;
import health.stillpoint.session.fixtures.SessionSteps;
import health.stillpoint.session.identity.Identities;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@ServiceTest
class EndedRecordResourceTest {

    private static final String PATIENT_FACTS = "patient.events.v1";

    @Inject
    Identities identities;

    @Inject
    ClinicOperations operations;

    @Inject
    EntityManager database;

    private final SessionSteps steps = SessionSteps.in("harbor");

    private static Object stateOf(UUID session) {
        return Database.value("select state from treatment_session where id = ?::uuid", session.toString());
    }

    @Test
    void callsOffWhatIsAheadUnderARecordThatWasMergedAndNothingOfTheOneThatGoesOn() {
        UUID merged = steps.patientReadyForTreatment();
        UUID aheadOfMerged = steps.booked(merged, steps.plannedCourse(merged, "WEEKLY", "SL"), "PREPARATION",
                steps.now().plus(Duration.ofDays(40)), null);
        UUID survivor = steps.patientReadyForTreatment();
        UUID aheadOfSurvivor = steps.booked(survivor, steps.plannedCourse(survivor, "WEEKLY", "SL"), "PREPARATION",
                steps.now().plus(Duration.ofDays(41)), null);
        Map<String, ?> merge = Map.of("patientId", survivor.toString(), "mergedPatientId", merged.toString(),
                "mergedAt", steps.now().toString());

        steps.say(PATIENT_FACTS, "patient.merged.v1", survivor, merge);
        steps.say(PATIENT_FACTS, "patient.merged.v1", merged, merge);

        Eventually.holds(() -> assertThat(stateOf(aheadOfMerged)).isEqualTo("CANCELLED"));
        assertThat(stateOf(aheadOfSurvivor)).isEqualTo("PLANNED");
    }

    @Test
    void countsTheDosesTasksAndHoldsOfAMergedRecordForTheOneThatGoesOn() {
        SessionSteps.Dosed merged = steps.sessionUnderObservation();
        steps.recoveredAndDischarged(merged);
        steps.safetyAlertRaised(merged.patient(), "CSSRS_HIGH", "RED");
        UUID survivor = steps.patientReadyForTreatment();
        UUID course = steps.plannedCourse(survivor, "WEEKLY", "IM");
        steps.prepared(survivor, course);
        Instant at = steps.now().minus(Duration.ofMinutes(10));
        UUID session = steps.dosingSessionWithGo(survivor, course, at);
        UUID order = steps.orderSignedBefore(at, course, 0.5);
        UUID lot = steps.lot(500);
        steps.knowledgeIsFresh();

        steps.say(PATIENT_FACTS, "patient.merged.v1", survivor, Map.of("patientId", survivor.toString(),
                "mergedPatientId", merged.patient().toString(), "mergedAt", steps.now().toString()));

        Eventually.holds(() -> assertThat(Database.count("select count(*) from merged_record where survivor_id = ?", survivor)).isOne());
        steps.give(session, order, lot, at).then().statusCode(409)
                .body("unmet", hasItems("HOLD_OPEN", "PREVIOUS_DOSE_NOT_INTEGRATED", "GAP_TOO_SHORT"));
        steps.as("prescriber").queryParam("patientId", survivor).queryParam("status", "OPEN").get("/api/v1/integration-tasks").then()
                .statusCode(200).body("items.patientId", contains(merged.patient().toString()));
    }

    @Test
    void followsAMergeOfAMerge() {
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        UUID last = UUID.randomUUID();

        steps.say(PATIENT_FACTS, "patient.merged.v1", second, Map.of("patientId", second.toString(),
                "mergedPatientId", first.toString(), "mergedAt", steps.now().toString()));
        steps.say(PATIENT_FACTS, "patient.merged.v1", second, Map.of("patientId", last.toString(),
                "mergedPatientId", second.toString(), "mergedAt", steps.now().toString()));

        Eventually.holds(() -> assertThat(Database.count("select count(*) from merged_record where survivor_id = ?", last)).isEqualTo(2));
    }

    @Test
    void takesNamesAndTextsOutOfTheSessionsOfAnErasedPersonAlone() {
        SessionSteps.Dosed erased = steps.sessionUnderObservation();
        steps.recoveredAndDischarged(erased);
        SessionSteps.Dosed other = steps.sessionUnderObservation();
        steps.recoveredAndDischarged(other);

        steps.say(PATIENT_FACTS, "patient.erased.v1", erased.patient(), Map.of("patientId", erased.patient().toString(),
                "erasedAt", steps.now().toString(), "keepUntil", "2033-03-01"));

        Eventually.holds(() -> assertThat(Database.value("select escort ->> 'name' from discharge where session_id = ?::uuid",
                erased.session().toString())).isEqualTo("[erased]"));
        assertThat(Database.value("select escort ->> 'name' from discharge where session_id = ?::uuid", other.session().toString()))
                .isNotEqualTo("[erased]");
        assertThat(Database.count("select count(*) from dose where patient_id = ?::uuid", erased.patient().toString())).isOne();
    }

    @Test
    void letsNobodyElseChangeADischarge() throws SQLException {
        SessionSteps.Dosed dosed = steps.sessionUnderObservation();
        steps.recoveredAndDischarged(dosed);

        try (Connection service = Database.asService(Stack.clinic("harbor")); Statement statement = service.createStatement()) {
            assertThatThrownBy(() -> statement.executeUpdate(
                            "update discharge set escort = '{}' where session_id = '" + dosed.session() + "'"))
                    .isInstanceOf(SQLException.class).hasMessageContaining("never changed");
        }
    }

    @Test
    void readsThePatientServicesExamples() {
        assertThat(ContractChecks.reads(PatientMergedV1.TYPE, PatientMergedV1.class).mergedPatientId()).isNotNull();
        assertThat(ContractChecks.reads(PatientErasedV1.TYPE, PatientErasedV1.class).erasedAt()).isNotNull();
    }

    /** Told under two keys, a merge may be read by two readers at the same moment. */
    @Test
    void takesUpAMergeThatTwoReadersReadAtOnce() {
        UUID merged = UUID.randomUUID();
        UUID survivor = UUID.randomUUID();
        CountDownLatch taken = new CountDownLatch(1);
        CompletableFuture<Void> first = CompletableFuture.runAsync(() -> operations.inClinic(Stack.clinic("harbor"), "event", "merge", () -> {
            identities.merged(merged, survivor);
            database.flush();
            taken.countDown();
            Eventually.holds(() -> assertThat(Database.count(
                    "select count(*) from pg_locks where not granted and database = (select oid from pg_database where datname = current_database()) or not granted and locktype = 'transactionid'"))
                    .isPositive());
            return null;
        }));
        awaited(taken);

        operations.inClinic(Stack.clinic("harbor"), "event", "merge", () -> {
            identities.merged(merged, survivor);
            return null;
        });

        first.join();
        assertThat(Database.count("select count(*) from merged_record where id = ? and survivor_id = ?", merged, survivor)).isOne();
    }

    private static void awaited(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
