package health.stillpoint.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import health.stillpoint.local.parts.DemoRealm;
import health.stillpoint.system.ApiOperations.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation of the merged OpenAPI document, tried on clinic Harbor's records by each role of clinic Meadow. */
@Order(30)
class TenantIsolationTest {

    private static final UUID HARBOR = DemoRealm.clinicId("harbor");

    private static final List<String> STRANGERS =
            List.of("clinic-admin", "prescriber", "therapist", "monitor", "analyst", "auditor");

    /** Where the members of each collection of the API are kept. A collection without a line here fails the test. */
    private static final Map<String, String> TABLES = Map.ofEntries(
            Map.entry("patients", "patient.patient"),
            Map.entry("intakes", "patient.intake"),
            Map.entry("prior-treatments", "patient.prior_treatment"),
            Map.entry("screenings", "patient.screening"),
            Map.entry("candidacy-decisions", "patient.candidacy_decision"),
            Map.entry("consents", "patient.consent"),
            Map.entry("practitioners", "patient.practitioner"),
            Map.entry("referrals", "patient.referral"),
            Map.entry("courses", "session.course"),
            Map.entry("dose-orders", "session.dose_order"),
            Map.entry("sessions", "session.treatment_session"),
            Map.entry("alerts", "session.vital_alert"),
            Map.entry("holds", "session.hold"),
            Map.entry("lots", "session.drug_lot"),
            Map.entry("movements", "session.ledger_movement"),
            Map.entry("integration-tasks", "session.integration_task"),
            Map.entry("assessments", "outcome.assessment"),
            Map.entry("responses", "outcome.questionnaire_response"),
            Map.entry("safety-alerts", "outcome.safety_alert"));

    /** What everybody may read: facts of the world, not of a clinic. */
    private static final Set<String> PUBLIC_COLLECTIONS = Set.of("instruments", "consent-templates");

    private static Map<String, String> harborIds;
    private static Set<String> everyHarborId;

    @BeforeAll
    static void letHarborHaveOneOfEach() {
        Paths.ensureWalked();
        create("/api/v1/practitioners", "clinic-admin");
        create("/api/v1/referrals", "partner");
        harborIds = ofEachCollection();
        everyHarborId = everyId();
    }

    @TestFactory
    Stream<DynamicContainer> answersAStrangerAsIfTheRecordDidNotExist() {
        return operationsOnAMember().map(operation -> triedByEachStranger(operation, operation.with(harborIds), answer -> {
            assertThat(answer.status()).isIn(403, 404);
            assertThat(idsIn(answer)).filteredOn(id -> !operation.with(harborIds).contains(id)).noneMatch(everyHarborId::contains);
        }));
    }

    @TestFactory
    Stream<DynamicContainer> doesNotTellAForeignRecordFromNone() {
        Map<String, String> nowhere = harborIds.keySet().stream()
                .collect(Collectors.toMap(name -> name, name -> UUID.randomUUID().toString()));

        return operationsOnAMember().map(operation -> tests(operation, () -> {
            Map<String, Http.Answer> foreign = byEachStranger(operation, operation.with(harborIds));
            Map<String, Http.Answer> absent = byEachStranger(operation, operation.with(nowhere));
            return STRANGERS.stream().map(role -> tries(role, operation, foreign.get(role), answer -> {
                assertThat(answer.status()).isEqualTo(absent.get(role).status());
                assertThat(withoutIds(answer)).isEqualTo(withoutIds(absent.get(role)));
            }));
        }));
    }

    @TestFactory
    Stream<DynamicContainer> listsNothingOfAnotherClinicAndTakesNoReferenceToIt() {
        return operationsOnACollection().map(operation -> triedByEachStranger(operation, operation.path(), answer -> {
            assertThat(answer.status()).isLessThan(500);
            if (operation.changes()) {
                boolean pointsAtHarbor = operation.example() != null
                        && !operation.example().equals(pointedAtHarbor(operation.example()));
                if (pointsAtHarbor) {
                    assertThat(answer.status()).isIn(400, 403, 404, 409, 422);
                }
            } else if (operation.path().contains("/audit-events")) {
                // A clinic's trail names what its own people asked for, found or not.
                assertThat(answer.text()).doesNotContain(HARBOR.toString());
            } else {
                assertThat(idsIn(answer)).noneMatch(everyHarborId::contains);
            }
        }));
    }

    /** They ask side by side; each answer is a test, and so is that none of them changed a fact of Harbor's. */
    private static DynamicContainer triedByEachStranger(Operation operation, String path, Consumer<Http.Answer> check) {
        return tests(operation, () -> {
            Map<String, String> before = operation.changes() ? Databases.fingerprints(HARBOR) : Map.of();
            Map<String, Http.Answer> answers = byEachStranger(operation, path);
            Map<String, String> after = operation.changes() ? Databases.fingerprints(HARBOR) : Map.of();
            return Stream.concat(
                    STRANGERS.stream().map(role -> tries(role, operation, answers.get(role), check)),
                    operation.changes() ? Stream.of(changesNothing(operation, answers, before, after)) : Stream.empty());
        });
    }

    private static DynamicTest tries(String role, Operation operation, Http.Answer answer, Consumer<Http.Answer> check) {
        String name = role + " tries " + operation;
        return DynamicTest.dynamicTest(name, () -> assertThat(answer).as("%s: %d %s", name, answer.status(), answer.text()).satisfies(check));
    }

    private static DynamicTest changesNothing(
            Operation operation, Map<String, Http.Answer> answers, Map<String, String> before, Map<String, String> after) {
        List<String> statuses = answers.entrySet().stream().map(each -> each.getKey() + " " + each.getValue().status()).toList();
        return DynamicTest.dynamicTest(operation + " changes nothing", () ->
                assertThat(after).as("Harbor's facts after %s, answered to %s", operation, statuses).isEqualTo(before));
    }

    /** Asks when the tests' turn has come, not before. */
    private static DynamicContainer tests(Operation operation, Supplier<Stream<DynamicTest>> asked) {
        return DynamicContainer.dynamicContainer(operation.toString(), Stream.of(asked).flatMap(Supplier::get));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void findsNothingByTheIdOfAnotherClinicsPatient(String path) {
        var answer = Http.to(SystemStack.gateway(), path + harborIds.get("patients"))
                .as(SystemStack.token("prescriber", "meadow")).get();

        assertThat(answer.status()).isIn(200, 404);
        assertThat(answer.json().path("items")).isEmpty();
    }

    static Stream<String> filters() {
        return Stream.of("/api/v1/courses?patientId=", "/api/v1/assessments?patientId=", "/api/v1/integration-tasks?patientId=",
                "/api/v1/holds?patientId=", "/api/v1/sessions?patientId=");
    }

    @Test
    void givesAPatientNobodyElsesRecord() {
        String token = SystemStack.running().patientToken(UUID.randomUUID(), "harbor");

        assertThat(Http.to(SystemStack.gateway(), "/api/v1/patients/" + harborIds.get("patients")).as(token).get().status())
                .isIn(403, 404);
    }

    @Test
    void refusesACursorThatAnotherClinicWasGiven() {
        Paths.registerSomebody("harbor");
        Paths.registerSomebody("harbor");
        String next = Http.to(SystemStack.gateway(), "/api/v1/patients?limit=1")
                .as(SystemStack.token("prescriber", "harbor")).get().json().path("next").asText();

        assertThat(next).isNotEmpty();
        assertThat(Http.to(SystemStack.gateway(), "/api/v1/patients?limit=1&cursor=" + next)
                .as(SystemStack.token("prescriber", "meadow")).get().status()).isEqualTo(400);
    }

    @Test
    void everyDatabaseObeysTheRulesOfRowLevelSecurity() {
        for (String database : Databases.NAMES) {
            assertThat(Databases.rows(database, """
                    select c.oid::regclass::text from pg_class c
                    join pg_attribute a on a.attrelid = c.oid and a.attname = 'clinic_id'
                    where c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity)""")).isEmpty();
            assertThat(Databases.rows(database, """
                    select rolname from pg_roles
                    where rolcanlogin and (rolsuper or rolbypassrls) and rolname <> 'postgres'""")).isEmpty();
            assertThat(Databases.rows(database, """
                    select c.oid::regclass::text from pg_class c join pg_roles r on r.oid = c.relowner
                    where r.rolcanlogin and c.relkind in ('r', 'p') and r.rolname <> 'postgres'""")).isEmpty();
        }
    }

    private static Stream<Operation> operationsOnAMember() {
        return operations().filter(operation -> !operation.collections().isEmpty())
                .filter(operation -> !PUBLIC_COLLECTIONS.contains(operation.collections().getFirst()));
    }

    private static Stream<Operation> operationsOnACollection() {
        return operations().filter(operation -> operation.collections().isEmpty())
                .filter(operation -> operation.path().startsWith("/api/v1/"))
                .filter(operation -> !operation.path().endsWith("/sandbox/clock"));
    }

    private static Map<String, Http.Answer> byEachStranger(Operation operation, String path) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Map<String, Future<Http.Answer>> asked = new LinkedHashMap<>();
            STRANGERS.forEach(role -> asked.put(role, threads.submit(() -> call(operation, path, role))));
            Map<String, Http.Answer> answers = new LinkedHashMap<>();
            asked.forEach((role, answer) -> answers.put(role, joined(answer)));
            return answers;
        }
    }

    private static Http.Answer joined(Future<Http.Answer> asked) {
        try {
            return asked.get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static Stream<Operation> operations() {
        JsonNode document = Http.to(SystemStack.gateway(), "/openapi.json").get().json();
        List<Operation> all = new ApiOperations(document).all();
        assertThat(all).as("operations of the merged document").hasSizeGreaterThan(40);
        return all.stream();
    }

    private static Http.Answer call(Operation operation, String path, String role) {
        Object body = operation.example() == null ? null : pointedAtHarbor(operation.example());
        return Http.to(SystemStack.gateway(), path)
                .as(SystemStack.token(role, "meadow"))
                .header("If-Match", "\"0\"")
                .idempotent()
                .send(operation.method(), operation.changes() && body == null ? "{}" : operation.changes() ? body : null);
    }

    /** The documented example about one of Harbor's records, an hour ago: nothing but the clinic is wrong with it. */
    private static JsonNode pointedAtHarbor(JsonNode example) {
        JsonNode copy = example.deepCopy();
        moveToThePast(copy);
        pointAtHarbor(copy);
        return copy;
    }

    private static void pointAtHarbor(JsonNode node) {
        if (node instanceof ObjectNode fields) {
            REFERENCES.forEach((field, collection) -> {
                if (fields.has(field) && harborIds != null && harborIds.containsKey(collection)) {
                    fields.set(field, TextNode.valueOf(harborIds.get(collection)));
                }
            });
        }
        node.forEach(TenantIsolationTest::pointAtHarbor);
    }

    private static void moveToThePast(JsonNode node) {
        if (node instanceof ObjectNode fields) {
            fields.properties().forEach(field -> {
                if (MOMENT.matcher(field.getValue().asText()).matches()) {
                    field.setValue(TextNode.valueOf(Instant.now().minus(Duration.ofHours(1)).toString()));
                }
            });
        }
        node.forEach(TenantIsolationTest::moveToThePast);
    }

    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT.*Z");

    private static final Map<String, String> REFERENCES = Map.of(
            "patientId", "patients", "duplicateId", "patients", "practitionerId", "practitioners", "courseId", "courses",
            "orderId", "dose-orders", "lotId", "lots", "sessionId", "sessions");

    private static Map<String, String> ofEachCollection() {
        Map<String, String> ids = new LinkedHashMap<>();
        TABLES.forEach((collection, table) -> {
            String[] place = table.split("\\.");
            List<List<String>> found = Databases.rows(place[0],
                    "select id from " + place[1] + " where clinic_id = ? order by id desc limit 1", HARBOR);
            if (!found.isEmpty()) {
                ids.put(collection, found.getFirst().getFirst());
            }
        });
        List<String> unknown = new ArrayList<>();
        operations().flatMap(operation -> operation.collections().stream()).distinct()
                .filter(collection -> !PUBLIC_COLLECTIONS.contains(collection))
                .filter(collection -> !TABLES.containsKey(collection))
                .forEach(unknown::add);
        assertThat(unknown).as("collections this test knows no table of").isEmpty();
        return ids;
    }

    /** What the walked path has no need of: the documented example, sent in Harbor. */
    private static void create(String path, String role) {
        JsonNode example = operations().filter(operation -> operation.method().equals("POST") && operation.path().equals(path))
                .map(Operation::example).findFirst().orElseThrow();

        var answer = Http.to(SystemStack.gateway(), path).as(SystemStack.token(role, "harbor")).idempotent().post(example);

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    private static Set<String> everyId() {
        return Databases.NAMES.stream().flatMap(database -> Databases.clinicTables(database).stream()
                .flatMap(table -> Databases.rows(database, "select to_jsonb(t) ->> 'id' from " + table
                        + " t where clinic_id = ?", HARBOR).stream().map(List::getFirst)))
                .filter(id -> id != null)
                .collect(Collectors.toSet());
    }

    private static List<String> idsIn(Http.Answer answer) {
        return Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}").matcher(answer.text()).results()
                .map(MatchResult::group).toList();
    }

    private static String withoutIds(Http.Answer answer) {
        return answer.text().replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "<id>");
    }
}
