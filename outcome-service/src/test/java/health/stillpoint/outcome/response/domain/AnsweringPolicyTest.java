package health.stillpoint.outcome.response.domain;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.outcome.assessment.domain.PatientId;
import health.stillpoint.outcome.instrument.domain.Respondent;
import health.stillpoint.outcome.response.domain.AnsweringPolicy.Decision;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnsweringPolicyTest {

    private static final PatientId PATIENT = new PatientId(UUID.randomUUID());

    @ParameterizedTest(name = "{0} answers an instrument for {1}: {2}")
    @CsvSource({
        "staff, PATIENT, ALLOWED", "staff, CLINICIAN, ALLOWED", "self, PATIENT, ALLOWED",
        "self, CLINICIAN_OR_PATIENT, ALLOWED", "self, CLINICIAN, CLINICIAN_ONLY", "other, PATIENT, NOT_YOURS",
        "other, CLINICIAN, NOT_YOURS"
    })
    void letsPatientsAnswerForThemselvesOnly(String who, Respondent respondent, Decision expected) {
        Optional<PatientId> own = switch (who) {
            case "self" -> Optional.of(PATIENT);
            case "other" -> Optional.of(new PatientId(UUID.randomUUID()));
            default -> Optional.empty();
        };
        assertThat(AnsweringPolicy.decide(own, PATIENT, respondent)).isEqualTo(expected);
    }
}
