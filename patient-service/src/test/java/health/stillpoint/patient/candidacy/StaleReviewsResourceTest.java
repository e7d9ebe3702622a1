package health.stillpoint.patient.candidacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import health.stillpoint.kit.testing.ClinicTime;
import health.stillpoint.kit.testing.ServiceTest;
import health.stillpoint.patient.candidacy.api.CandidacyExamples;
import health.stillpoint.patient.fixtures.Api;
import health.stillpoint.patient.screening.api.ScreeningExamples;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@ServiceTest
class StaleReviewsResourceTest {

    @Inject
    StaleReviews reviews;

    @Test
    void sendsBackToScreeningWhoWaitedTooLongForADecision() {
        UUID waiting = Api.aPatientReadyForReview();
        UUID deferred = Api.aPatientReadyForReview();
        Api.screen(deferred, ScreeningExamples.HEALTHY.replace("\"cssrs\": \"NONE\"", "\"cssrs\": \"MODERATE\""));
        Api.post("prescriber", deferred, "/candidacy-decisions", CandidacyExamples.DECISION).statusCode(201).body("outcome", equalTo("DEFERRED"));
        UUID accepted = Api.anAcceptedPatient();
        ClinicTime.advance(Duration.ofDays(31));
        UUID recent = Api.aPatientReadyForReview();

        reviews.sendBack();

        assertThat(Api.programmeState(waiting)).isEqualTo("SCREENING");
        assertThat(Api.programmeState(deferred)).isEqualTo("SCREENING");
        assertThat(Api.programmeState(accepted)).isEqualTo("CONSENT");
        assertThat(Api.programmeState(recent)).isEqualTo("CANDIDACY_REVIEW");
        Api.get("therapist", waiting, "/programme").statusCode(200).body("unmet", contains("SCREENING_COMPLETE"));

        Api.screen(waiting, ScreeningExamples.HEALTHY);
        assertThat(Api.programmeState(waiting)).isEqualTo("CANDIDACY_REVIEW");
    }
}
