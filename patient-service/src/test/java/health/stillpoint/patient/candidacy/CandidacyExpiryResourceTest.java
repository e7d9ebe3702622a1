package health.stillpoint.patient.candidacy;

import static health.stillpoint.patient.fixtures.Api.get;
import static health.stillpoint.patient.fixtures.Api.programmeState;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import health.stillpoint.kit.testing.ClinicTime;
import health.stillpoint.kit.testing.Events;
import health.stillpoint.kit.testing.ServiceTest;
import health.stillpoint.patient.fixtures.Api;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@ServiceTest
class CandidacyExpiryResourceTest {

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
}
