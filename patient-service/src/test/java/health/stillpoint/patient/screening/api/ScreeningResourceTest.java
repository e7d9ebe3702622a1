package health.stillpoint.patient.screening.api;

import static health.stillpoint.patient.fixtures.Api.as;
import static health.stillpoint.patient.fixtures.Api.PATIENTS;
import static health.stillpoint.patient.fixtures.Api.get;
import static health.stillpoint.patient.fixtures.Api.post;
import static health.stillpoint.patient.fixtures.Api.programmeState;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import health.stillpoint.kit.testing.CanaryLog;
import health.stillpoint.kit.testing.ClinicTime;
import health.stillpoint.kit.testing.Database;
import health.stillpoint.kit.testing.ServiceTest;
import health.stillpoint.patient.fixtures.Api;
import health.stillpoint.patient.fixtures.Staff;
import health.stillpoint.patient.intake.api.IntakeExamples;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ServiceTest
@ExtendWith(CanaryLog.class)
class ScreeningResourceTest {

    private static final String ELEVATED = ScreeningExamples.HEALTHY
            .replace("122", "145").replace("118", "145").replace("\"systolic\": 120", "\"systolic\": 145");

    @Test
    void isCompleteForAHealthyPerson() {
        UUID patient = Api.aPatientWithSignedIntake();

        post("monitor", patient, "/screenings", ScreeningExamples.HEALTHY).statusCode(201)
                .body("complete", equalTo(true))
                .body("unanswered", empty())
                .body("findings.class", not(hasItem("REL")))
                .body("recordedLate", equalTo(false));

        assertThat(programmeState(patient)).isEqualTo("CANDIDACY_REVIEW");
    }

    @Test
    void listsEveryUnansweredRow() {
        UUID patient = Api.aPatientWithSignedIntake();

        post("prescriber", patient, "/screenings", "{\"bloodPressureReadings\": [], \"findings\": []}").statusCode(201)
                .body("complete", equalTo(false))
                .body("unanswered", hasItems("PSYCHOSIS_ACTIVE", "HTN_UNCONTROLLED", "TEST_TSH", "MEDICATION_LIST", "NO_CAPACITY"));

        assertThat(programmeState(patient)).isEqualTo("SCREENING");
    }

    @Test
    void showsAnUnknownDrugAsUnknown() {
        UUID patient = Api.aPatientWithSignedIntake();

        post("prescriber", patient, "/screenings", ScreeningExamples.HEALTHY.replace(
                        "{\"name\": \"sertraline\", \"rxnorm\": \"36437\", \"dailyDoseMilligrams\": 100}",
                        "{\"name\": \"CANARY-drug\"}")).statusCode(201)
                .body("unknownMedications", contains("CANARY-drug"))
                .body("findings.code", hasItem("IX_UNKNOWN"));
    }

    @Test
    void isCompletedByAnIntakeThatIsSignedLater() {
        UUID patient = Api.aRegisteredPatient();
        Api.screen(patient, ScreeningExamples.HEALTHY);
        UUID draft = Api.id(post("therapist", patient, "/intakes",
                IntakeExamples.DRAFT).statusCode(201));

        Api.signIntake(patient, draft, 0).statusCode(200);

        assertThat(programmeState(patient)).isEqualTo("CANDIDACY_REVIEW");
    }

    @Test
    void isChartedLateButNeverAhead() {
        UUID patient = Api.aPatientWithSignedIntake();

        post("monitor", patient, "/screenings", ScreeningExamples.HEALTHY.replaceFirst(
                        "\\{", "{\"performedAt\": \"" + minutesFromNow(-16) + "\",")).statusCode(201)
                .body("recordedLate", equalTo(true));
        post("monitor", patient, "/screenings", ScreeningExamples.HEALTHY.replaceFirst(
                        "\\{", "{\"performedAt\": \"" + minutesFromNow(3) + "\",")).statusCode(422)
                .body("code", equalTo("in-the-future")).body("violations.field", contains("performedAt"));
        post("monitor", patient, "/screenings", "{\"bloodPressureReadings\": [], \"findings\": [], \"tests\": {\"ecgAt\": \"2992-05-13\"}}")
                .statusCode(422).body("code", equalTo("in-the-future")).body("violations.field", contains("tests.ecgAt"));
    }

    @Test
    void isPerformedAtTheLatestWhenItIsRecorded() {
        UUID patient = Api.aPatientWithSignedIntake();

        String performedAt = post("monitor", patient, "/screenings", ScreeningExamples.HEALTHY.replaceFirst(
                        "\\{", "{\"performedAt\": \"" + minutesFromNow(1) + "\",")).statusCode(201).extract().path("performedAt");

        assertThat(Instant.parse(performedAt)).isBefore(minutesFromNow(1).minusSeconds(30));
    }

    @Test
    void isRefusedWhenItsDatesCannotBeRight() {
        UUID patient = Api.aPatientWithSignedIntake();
        int year = 365 * 24 * 60;

        post("monitor", patient, "/screenings", ScreeningExamples.HEALTHY.replaceFirst(
                        "\\{", "{\"performedAt\": \"" + minutesFromNow(-year - 5) + "\",")).statusCode(422)
                .body("code", equalTo("implausible-date")).body("violations.field", contains("performedAt"));
        post("monitor", patient, "/screenings", ScreeningExamples.HEALTHY.replaceFirst(
                "\\{", "{\"performedAt\": \"" + minutesFromNow(-year + 5) + "\",")).statusCode(201);
        post("monitor", patient, "/screenings", ScreeningExamples.HEALTHY.replace("{\"code\": \"PHEO\", \"state\": \"ABSENT\"}",
                        "{\"code\": \"PHEO\", \"state\": \"PRESENT\", \"on\": \"1992-05-13\"}")).statusCode(422)
                .body("code", equalTo("implausible-date")).body("violations.field", contains(matchesPattern("findings\\[\\d+]\\.on")));
        post("monitor", patient, "/screenings", "{\"bloodPressureReadings\": [], \"findings\": [], \"tests\": {\"ecgAt\": \"1992-05-13\"}}")
                .statusCode(422).body("code", equalTo("implausible-date")).body("violations.field", contains("tests.ecgAt"));
    }

    private static Instant minutesFromNow(int minutes) {
        return ClinicTime.now().plus(Duration.ofMinutes(minutes));
    }

    @Test
    void refusesARowItDoesNotKnow() {
        UUID patient = Api.aPatientWithSignedIntake();

        post("monitor", patient, "/screenings", ScreeningExamples.HEALTHY.replace("\"PHEO\"", "\"PHEOX\"")).statusCode(422)
                .body("code", equalTo("unknown-screening-answer")).body("answers", contains("PHEOX:ABSENT"));
    }

    @Test
    void refusesARowAnsweredTwiceWhateverTheAnswersAre() {
        UUID patient = Api.aPatientWithSignedIntake();
        String twice = ScreeningExamples.HEALTHY.replace("{\"code\": \"ANEURYSM_AVM\", \"state\": \"ABSENT\"}",
                "{\"code\": \"ANEURYSM_AVM\", \"state\": \"ABSENT\"}, {\"code\": \"ANEURYSM_AVM\", \"state\": \"PRESENT\"}");

        post("monitor", patient, "/screenings", twice).statusCode(422).body("code", equalTo("answered-twice"))
                .body("violations.message", contains("ANEURYSM_AVM is answered more than once"));
        get("monitor", patient, "/screenings").statusCode(200).body("items", empty());
    }

    @Test
    void refusesAnswersThatContradictEachOtherAndRecordsNothing() {
        UUID patient = Api.aPatientWithSignedIntake();
        String denied = ScreeningExamples.HEALTHY.replace("{\"code\": \"PSYCHOSIS_HISTORY\", \"state\": \"ABSENT\"}",
                "{\"code\": \"PSYCHOSIS_HISTORY\", \"state\": \"ABSENT\", \"on\": \"2020-01-01\"}");
        String lowered = ScreeningExamples.HEALTHY.replace("{\"name\": \"sertraline\", \"rxnorm\": \"36437\", \"dailyDoseMilligrams\": 100}",
                "{\"name\": \"sertraline\"}, {\"name\": \"lorazepam 4 mg twice daily\", \"dailyDoseMilligrams\": 1}");

        post("monitor", patient, "/screenings", denied).statusCode(422).body("code", equalTo("contradictory-answers"))
                .body("violations.field", contains("findings[1]"))
                .body("violations.message", contains("PSYCHOSIS_HISTORY is answered ABSENT with a day on which it happened"));
        post("monitor", patient, "/screenings", lowered).statusCode(422).body("code", equalTo("contradictory-answers"))
                .body("violations.field", contains("medications[1]"));
        get("monitor", patient, "/screenings").statusCode(200).body("items", empty());
    }

    @Test
    void excludesByTheDayOfASeizureThatIsCalledControlled() {
        UUID patient = Api.aPatientWithSignedIntake();
        String tenDaysAgo = ClinicTime.now().minus(Duration.ofDays(10)).toString().substring(0, 10);

        post("monitor", patient, "/screenings", ScreeningExamples.HEALTHY.replace("{\"code\": \"SEIZURE_UNCONTROLLED\", \"state\": \"ABSENT\"}",
                        "{\"code\": \"SEIZURE_UNCONTROLLED\", \"state\": \"CONTROLLED\", \"on\": \"" + tenDaysAgo + "\"}")).statusCode(201)
                .body("findings.find { it.code == 'SEIZURE_UNCONTROLLED' }.class", equalTo("ABS"));
    }

    @Test
    void leavesTheThyroidOpenWhenItsTestIsLow() {
        UUID patient = Api.aPatientWithSignedIntake();

        post("monitor", patient, "/screenings", ScreeningExamples.HEALTHY.replace("\"tshMilliunitsPerLiter\": 1.8",
                "\"tshMilliunitsPerLiter\": 0.01")).statusCode(201).body("unanswered", contains("THYROID"));
    }

    @Test
    void doesNotSpeakForThePresentWhenALaterOneIsKnown() {
        // Given
        UUID patient = Api.aPatientWithSignedIntake();
        Api.recordFailedTreatments(patient);
        Api.screen(patient, ScreeningExamples.HEALTHY.replace(
                "\"ANEURYSM_AVM\", \"state\": \"ABSENT\"", "\"ANEURYSM_AVM\", \"state\": \"PRESENT\""));

        // When: one performed five days before is charted afterwards
        Api.screen(patient, ScreeningExamples.HEALTHY.replaceFirst(
                "\\{", "{\"performedAt\": \"" + minutesFromNow(-5 * 24 * 60) + "\","));

        // Then
        get("prescriber", patient, "/candidacy").statusCode(200).body("outcome", equalTo("DECLINED"))
                .body("reasonCodes", hasItem("SCR_ANEURYSM_AVM"));
        get("prescriber", patient, "/screenings").statusCode(200).body("items.recordedLate", contains(false, true));
        assertThat(Database.count("select count(*) from risk_flag where patient_id = ?::uuid and flag = 'EXCLUDING_FINDING'"
                + " and ended_at is null", patient.toString())).isOne();
    }

    @Nested
    class Clearing {

        @Test
        void clearsARelativeFinding() {
            UUID patient = Api.aPatientWithSignedIntake();
            UUID screening = Api.screen(patient, ELEVATED);

            post("prescriber", patient, "/screenings/" + screening + "/clearances",
                            ScreeningExamples.CLEARANCE.replace("amlodipine started", "CANARY-rationale")).statusCode(201)
                    .body("findingCode", equalTo("HTN_ELEVATED"));

            get("prescriber", patient, "/screenings/" + screening).statusCode(200)
                    .body("clearances.findingCode", contains("HTN_ELEVATED"));
        }

        @Test
        void bindsTheDoseToWhatThePhysicianAskedFor() {
            // Given
            UUID patient = Api.aPatientWithSignedIntake();
            String clearances = "/screenings/" + Api.screen(patient, ELEVATED) + "/clearances";
            String reduced = ScreeningExamples.CLEARANCE.replace("WATCH_BLOOD_PRESSURE", "REDUCED_DOSE_FACTOR\", \"LOW_START");
            post("prescriber", patient, clearances, reduced).statusCode(422).body("code", equalTo("dose-factor-unclear"));
            post("prescriber", patient, clearances, reduced.replace("\"validForDays\"", "\"doseFactor\": 1.5, \"validForDays\""))
                    .statusCode(422).body("violations", not(empty()));

            // When
            post("prescriber", patient, clearances, reduced.replace("HTN_ELEVATED", "SCR_HTN_ELEVATED")
                    .replace("\"validForDays\"", "\"doseFactor\": 0.5, \"validForDays\"")).statusCode(201)
                    .body("findingCode", equalTo("HTN_ELEVATED")).body("doseFactor", equalTo(0.5f));

            // Then
            get("prescriber", patient, "/candidacy").statusCode(200).body("lowStart", equalTo(true))
                    .body("lowStartTriggers", contains("CLEARANCE")).body("doseFactor", equalTo(0.5f))
                    .body("doseFactorParenteral", equalTo(0.5f));
        }

        @Test
        void ofBipolarDisorderIsAPsychiatristsAndNotWithoutAMoodStabilizer() {
            UUID patient = Api.aPatientWithSignedIntake();
            String bipolar = ScreeningExamples.HEALTHY.replace(
                    "\"BIPOLAR_STABLE\", \"state\": \"ABSENT\"", "\"BIPOLAR_STABLE\", \"state\": \"PRESENT\"");
            String clearance = ScreeningExamples.CLEARANCE.replace("HTN_ELEVATED", "BIPOLAR_STABLE");
            UUID psychiatrist = Staff.psychiatrist();
            String alone = "/screenings/" + Api.screen(patient, bipolar) + "/clearances";
            as("prescriber", psychiatrist).body(clearance).post(PATIENTS + "/" + patient + alone).then().statusCode(409)
                    .body("code", equalTo("antidepressant-alone"));

            String unsteadied = "/screenings/" + Api.screen(patient, bipolar.replace("sertraline\", \"rxnorm\": \"36437", "propranolol")) + "/clearances";
            as("prescriber", psychiatrist).body(clearance).post(PATIENTS + "/" + patient + unsteadied).then().statusCode(409)
                    .body("code", equalTo("no-mood-stabilizer"));

            String withLithium = "/screenings/" + Api.screen(patient, bipolar.replace("[{\"name\": \"sertraline\"",
                    "[{\"name\": \"lithium\"}, {\"name\": \"sertraline\"")) + "/clearances";

            post("prescriber", patient, withLithium, clearance).statusCode(403).body("code", equalTo("psychiatrist-required"));
            as("prescriber", psychiatrist).body(clearance).post(PATIENTS + "/" + patient + withLithium).then().statusCode(201);
        }

        @Test
        void isRefusedForAnAbsoluteFindingForTooLongAndForOthersThanPrescribers() {
            UUID patient = Api.aPatientWithSignedIntake();
            UUID screening = Api.screen(patient, ELEVATED.replace(
                    "\"PHEO\", \"state\": \"ABSENT\"", "\"PHEO\", \"state\": \"PRESENT\""));
            String clearances = "/screenings/" + screening + "/clearances";

            post("prescriber", patient, clearances, ScreeningExamples.CLEARANCE.replace("HTN_ELEVATED", "PHEO"))
                    .statusCode(409).body("code", equalTo("not-clearable")).body("class", equalTo("ABS"));
            post("prescriber", patient, clearances, ScreeningExamples.CLEARANCE.replace("30", "91"))
                    .statusCode(422).body("code", equalTo("clearance-too-long"));
            post("prescriber", patient, clearances, ScreeningExamples.CLEARANCE.replace("HTN_ELEVATED", "OUD_HISTORY"))
                    .statusCode(409).body("code", equalTo("no-such-finding"));
            post("therapist", patient, clearances, ScreeningExamples.CLEARANCE).statusCode(403);
        }
    }
}
