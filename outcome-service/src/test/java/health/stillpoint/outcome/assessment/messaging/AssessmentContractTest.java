package health.stillpoint.outcome.assessment.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.kit.outbox.EventJson;
import health.stillpoint.kit.testing.ContractChecks;
import health.stillpoint.kit.testing.Contracts;
import health.stillpoint.outcome.assessment.domain.Assessment;
import health.stillpoint.outcome.assessment.domain.AssessmentId;
import health.stillpoint.outcome.assessment.domain.PatientId;
import health.stillpoint.outcome.assessment.domain.TimePoint;
import health.stillpoint.outcome.assessment.domain.Window;
import health.stillpoint.outcome.assessment.domain.WindowRule;
import health.stillpoint.outcome.instrument.domain.InstrumentCode;
import health.stillpoint.outcome.instrument.domain.PrimaryDiagnosis;
import java.io.UncheckedIOException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AssessmentContractTest {

    private static final PatientId PATIENT = new PatientId(UUID.fromString("0197b7c4-6f5e-7a10-8d3a-2f6f0f6f9a01"));
    private static final AssessmentId ID = new AssessmentId(UUID.fromString("0197b7c4-6f5e-7a10-8d3a-2f6f0f6f9a02"));
    private static final Instant DOSE_ENDED = Instant.parse("2026-03-09T11:30:00Z");

    @Nested
    class WhatIsTold {

        @Test
        void agreesWithItsSchemasAndTheDocument() {
            ContractChecks.contractFilesAgree();
            ContractChecks.factsCarryNoPersonalData();
            assertThat(Contracts.typesOf("outcome")).contains(AssessmentDueV1.TYPE, BaselineCompletedV1.TYPE);
        }

        @Test
        void tellsADueAssessmentAsTheExampleDoes() {
            ContractChecks.isGoldenExample(AssessmentDueV1.TYPE, AssessmentDueV1.of(theDayAfter()));
            assertThat(AssessmentDueV1.of(theDayAfter()).assessmentId()).isEqualTo(ID.value());
        }

        @Test
        void tellsAMissedAssessmentAsTheExampleDoes() {
            // Given
            Assessment missed = theDayAfter();
            assertThat(missed.missIfOver(DOSE_ENDED.plus(Duration.ofHours(37)))).isTrue();

            // Then
            ContractChecks.isGoldenExample(AssessmentMissedV1.TYPE, AssessmentMissedV1.of(missed));
        }

        @Test
        void tellsACompletedBaselineAsTheExampleDoes() {
            // Given
            InstrumentCode endpoint = new InstrumentCode("LSAS_SR");
            Assessment baseline = Assessment.plan(
                    ID,
                    PATIENT,
                    TimePoint.BASELINE,
                    PATIENT.value(),
                    Window.openFrom(Instant.parse("2026-03-02T09:00:00Z")),
                    List.of(endpoint));
            Assessment.Effect effect =
                    baseline.answer(endpoint, UUID.randomUUID(), true, Instant.parse("2026-03-02T09:15:00Z"));

            // Then
            assertThat(effect.completed()).isTrue();
            ContractChecks.isGoldenExample(BaselineCompletedV1.TYPE, BaselineCompletedV1.of(baseline, endpoint));
        }

        private Assessment theDayAfter() {
            Window window = new WindowRule(
                            Duration.ofHours(24), Duration.ofHours(16), Duration.ofHours(36), Optional.empty())
                    .around(DOSE_ENDED);
            return Assessment.plan(
                    ID, PATIENT, TimePoint.H24, UUID.randomUUID(), window, List.of(new InstrumentCode("OASIS")));
        }
    }

    @Nested
    class WhatIsHeard {

        @Test
        void readsTheProducersExamples() {
            ContractChecks.reads(PatientIntakeSignedV1.TYPE, PatientIntakeSignedV1.class);
            ContractChecks.reads(PatientConsentGrantedV1.TYPE, PatientConsentGrantedV1.class);
            PatientConsentWithdrawnV1 withdrawn =
                    ContractChecks.reads(PatientConsentWithdrawnV1.TYPE, PatientConsentWithdrawnV1.class);
            assertThat(withdrawn.isReplaced()).isFalse();
            assertThat(new PatientConsentWithdrawnV1(withdrawn.patientId(), withdrawn.scope(), "REPLACED").isReplaced()).isTrue();
            SessionDoseAdministeredV1 dose =
                    ContractChecks.reads(SessionDoseAdministeredV1.TYPE, SessionDoseAdministeredV1.class);
            assertThat(dose.doseNumber()).isPositive();
        }

        @Test
        void ignoresFieldsItDoesNotKnow() {
            PatientIntakeSignedV1 intake = read("""
                    {"patientId": "0197b7c4-6f5e-7a10-8d3a-2f6f0f6f9a01", "primaryDiagnosis": "SOCIAL_ANXIETY",
                     "version": 2, "dominantNature": ["COGNITIVE"], "somethingNew": {"a": 1}}""");
            assertThat(intake.primaryDiagnosis()).isEqualTo(PrimaryDiagnosis.SOCIAL_ANXIETY);
        }

        private static PatientIntakeSignedV1 read(String json) {
            try {
                return EventJson.read(json.getBytes(StandardCharsets.UTF_8), PatientIntakeSignedV1.class);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
