package health.stillpoint.outcome.identity.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.kit.testing.ContractChecks;
import health.stillpoint.kit.testing.Database;
import health.stillpoint.kit.testing.Events;
import health.stillpoint.kit.testing.Eventually;
import health.stillpoint.kit.testing.ServiceTest;
import health.stillpoint.outcome.fixtures.OutcomeSteps;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@ServiceTest
class PatientErasedResourceTest {

    private static final List<Integer> SUICIDAL_IDEATION = List.of(0, 0, 0, 0, 0, 0, 0, 0, 1);

    private static final Set<String> REMOVED = Set.of("safety_alert.action", "safety_alert.reason");

    /** Codes of a list, ids and subjects of staff. */
    private static final Set<String> CODES = Set.of("administered_dose.level", "assessment.time_point", "assessment.required", "assessment.answered",
            "care_team.members", "questionnaire_response.time_point", "questionnaire_response.instrument", "questionnaire_response.variant",
            "questionnaire_response.status", "questionnaire_response.band", "questionnaire_response.answered_by",
            "questionnaire_response.catalogue_version", "safety_alert.instrument", "safety_alert.code", "safety_alert.severity",
            "safety_alert.acknowledged_by", "safety_alert.resolved_by", "treated_patient.primary_diagnosis");

    private final OutcomeSteps steps = OutcomeSteps.inHarbor();

    /** A patient with an answer and an alert that a clinician resolved in words. */
    private UUID aPatientWrittenAbout() {
        OutcomeSteps.Baseline baseline = steps.patientWithOpenBaseline("GAD");
        String response = steps.answer(baseline.assessment(), "PHQ9", SUICIDAL_IDEATION).statusCode(201).extract().path("id");
        String alert = Database.value("select id from safety_alert where response_id = ?::uuid", response).toString();
        steps.as("prescriber").body(Map.of("reason", "spoke with her sister")).post("/api/v1/safety-alerts/{id}/resolve", alert)
                .then().statusCode(200);
        return baseline.patient();
    }

    private static Object reasonAbout(UUID patient) {
        return Database.value("select reason from safety_alert where patient_id = ?::uuid", patient.toString());
    }

    @Test
    void takesTheWordsOfCliniciansAboutThisPatientAwayAndKeepsTheAnswers() {
        UUID erased = aPatientWrittenAbout();
        UUID other = aPatientWrittenAbout();

        Events.fact("patient.erased.v1").clinic("harbor").key(erased).with("patientId", erased.toString())
                .with("erasedAt", "2026-03-05T09:00:00Z").with("keepUntil", "2033-03-01").publishTo(OutcomeSteps.PATIENT_FACTS);

        Eventually.holds(() -> assertThat(reasonAbout(erased)).isEqualTo("[erased]"));
        assertThat(reasonAbout(other)).isEqualTo("spoke with her sister");
        assertThat(answersKept(erased)).isZero();
        assertThat(answersKept(other)).isPositive();
        assertThat(Database.count("select count(*) from questionnaire_response where patient_id = ?::uuid", erased.toString())).isOne();
    }

    /** First answers to calls about the patient's assessments and alerts. */
    private static long answersKept(UUID patient) {
        return Database.count("""
                select count(*) from idempotency_key k where exists (
                    select from (select id from assessment where patient_id = ? union all select id from safety_alert where patient_id = ?) known
                     where position(known.id::text in k.route) > 0)""", patient, patient);
    }

    @Test
    void opensNothingForAnErasedPersonThatIsToldLate() {
        UUID erased = UUID.randomUUID();
        Events.fact("patient.erased.v1").clinic("harbor").key(erased).with("patientId", erased.toString())
                .with("erasedAt", "2026-03-05T09:00:00Z").with("keepUntil", "2033-03-01").publishTo(OutcomeSteps.PATIENT_FACTS);
        steps.intakeSigned(erased, "GAD");
        steps.consentGranted(erased, "TREATMENT", OutcomeSteps.now());

        Eventually.holds(() -> assertThat(Database.count(
                "select count(*) from treated_patient where id = ? and treatment_consent_at is not null", erased)).isOne());
        assertThat(Database.count("select count(*) from assessment where patient_id = ?", erased)).isZero();
    }

    /** No column can hold text without somebody having decided whether it goes with the identity. */
    @Test
    void decidesForEveryTextOfTheDatabaseWhetherItGoes() {
        Set<String> texts = Database.rows("""
                select table_name || '.' || column_name as place from information_schema.columns
                where table_schema = 'public' and (data_type in ('text', 'jsonb', 'json', 'character varying') or udt_name = '_text')
                and table_name in ('administered_dose', 'assessment', 'care_team', 'merged_record', 'questionnaire_response', 'safety_alert',
                                   'treated_patient')""").stream()
                .map(row -> (String) row.get("place")).collect(Collectors.toCollection(TreeSet::new));

        assertThat(texts).containsExactlyInAnyOrderElementsOf(Stream.concat(REMOVED.stream(), CODES.stream()).toList());
    }

    @Test
    void readsThePatientServicesExample() {
        assertThat(ContractChecks.reads(PatientErasedV1.TYPE, PatientErasedV1.class).keepUntil()).isNotNull();
    }
}
