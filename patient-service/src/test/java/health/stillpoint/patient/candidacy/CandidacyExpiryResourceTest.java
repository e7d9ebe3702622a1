package health.stillpoint.patient.candidacy;

import static health.stillpoint.patient.fixtures.Api.PATIENTS;
import static health.stillpoint.patient.fixtures.Api.as;
import static health.stillpoint.patient.fixtures.Api.get;
import static health.stillpoint.patient.fixtures.Api.post;
import static health.stillpoint.patient.fixtures.Api.programmeState;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import health.stillpoint.kit.testing.ClinicTime;
import health.stillpoint.kit.testing.Events;
import health.stillpoint.kit.testing.ServiceTest;
import health.stillpoint.patient.candidacy.api.CandidacyExamples;
import health.stillpoint.patient.fixtures.Api;
import health.stillpoint.patient.screening.api.ScreeningExamples;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@ServiceTest
class CandidacyExpiryResourceTest {

    /** Where the patients of the examples live. */
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @Inject
    Candidacies candidacies;

    @Test
    void endsADecisionAfterNinetyDaysOfTheClinicsTime() {
        // Given
        UUID patient = Api.anAcceptedPatient();

        // When
        ClinicTime.advance(Duration.ofDays(90));
        candidacies.endOutOfDate();

        // Then
        Events.Published fact = Events.await("patient.events.v1", "patient.candidacy-expired.v1", patient);
        assertThat(fact.data()).contains("OUT_OF_DATE");
        get("prescriber", patient, "/candidacy-decisions").statusCode(200)
                .body("items[0].status", equalTo("ENDED")).body("items[0].endReasonCodes", contains("OUT_OF_DATE"));
        assertThat(programmeState(patient)).isEqualTo("SCREENING");
    }

    @Test
    void endsADecisionThatDidNotKnowTheBirthdayWhenTheDayOfBirthIsCorrected() {
        UUID patient = Api.anAcceptedPatient();

        bornOn(patient, LocalDate.ofInstant(ClinicTime.now(), NEW_YORK).plusDays(20).minusYears(65));

        get("prescriber", patient, "/candidacy-decisions").statusCode(200)
                .body("items[0].status", equalTo("ENDED")).body("items[0].endReasonCodes", hasItem("SCR_AGE_65"));
    }

    private static void bornOn(UUID patient, LocalDate day) {
        String etag = as("therapist").get(PATIENTS + "/" + patient).header("ETag");
        as("therapist").header("If-Match", etag).body("{\"birthDate\": \"" + day + "\"}")
                .patch(PATIENTS + "/" + patient).then().statusCode(200);
    }

    @Test
    void endsADecisionOnTheBirthdayFromWhichItWouldBeAnother() {
        // Given
        UUID patient = Api.aPatientWithSignedIntake();
        Api.recordFailedTreatments(patient);
        LocalDate birthday = LocalDate.ofInstant(ClinicTime.now(), NEW_YORK).plusDays(20);
        bornOn(patient, birthday.minusYears(65));
        Api.screen(patient, ScreeningExamples.HEALTHY.replace("\"egfr\": 102", "\"egfr\": 102, \"qtcMilliseconds\": 410"));
        post("prescriber", patient, "/candidacy-decisions", CandidacyExamples.DECISION).statusCode(201)
                .body("outcome", equalTo("ACCEPTED"))
                .body("expiresAt", equalTo(birthday.atStartOfDay(NEW_YORK).toInstant().toString()));

        // When
        ClinicTime.advance(Duration.ofDays(21));
        candidacies.endOutOfDate();

        // Then
        get("prescriber", patient, "/candidacy-decisions").statusCode(200)
                .body("items[0].status", equalTo("ENDED")).body("items[0].endReasonCodes", contains("OUT_OF_DATE"));
        get("prescriber", patient, "/candidacy").statusCode(200).body("reasonCodes", hasItem("SCR_AGE_65"));
        assertThat(Events.await("patient.events.v1", "patient.candidacy-expired.v1", patient).data()).contains("OUT_OF_DATE");
    }
}
