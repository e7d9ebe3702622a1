package health.stillpoint.session.reaction.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.kit.testing.ContractChecks;
import org.junit.jupiter.api.Test;

/** The other services' golden examples are read, and nothing this service needs is missing from them. */
class ReceivedFactsContractTest {

    @Test
    void readsWhatPatientServiceTells() {
        assertThat(ContractChecks.reads("patient.registered.v1", PatientRegisteredV1.class).birthYear()).isNotNull();
        assertThat(ContractChecks.reads("patient.registered.v1", PatientRegisteredV1.class).revision()).isZero();
        assertThat(ContractChecks.reads("patient.intake-signed.v1", IntakeSignedV1.class).primaryDiagnosis()).isNotBlank();
        CandidacyDecidedV1 decision = ContractChecks.reads("patient.candidacy-decided.v1", CandidacyDecidedV1.class);
        assertThat(decision.outcome()).isNotBlank();
        assertThat(decision.decidedAt()).isBefore(decision.expiresAt());
        assertThat(decision.reasonCodes()).isNotEmpty();
        assertThat(decision.conditions()).isNotEmpty();
        assertThat(decision.doseFactor()).isNotNull();
        assertThat(decision.liverTestedOn()).isNotNull();
        assertThat(decision.doseFactorParenteral()).isNotNull();
        assertThat(ContractChecks.reads("patient.candidacy-expired.v1", CandidacyExpiredV1.class).decisionId()).isNotNull();
        assertThat(ContractChecks.reads("patient.consent-granted.v1", ConsentGrantedV1.class).scope()).isEqualTo("TREATMENT");
        assertThat(ContractChecks.reads("patient.consent-granted.v1", ConsentGrantedV1.class).signedAt()).isEqualTo("2026-03-03T09:00:00Z");
        assertThat(ContractChecks.reads("patient.consent-withdrawn.v1", ConsentWithdrawnV1.class).withdrawnAt()).isNotNull();
    }

    @Test
    void readsWhatOutcomeServiceTells() {
        assertThat(ContractChecks.reads("outcome.baseline-completed.v1", BaselineCompletedV1.class).primaryInstrument()).isNotBlank();
        ResponseScoredV1 scored = ContractChecks.reads("outcome.response-scored.v1", ResponseScoredV1.class);
        assertThat(scored.total()).isNotNull();
        assertThat(scored.percentChange()).isEqualByComparingTo("57.14");
        assertThat(ContractChecks.reads("outcome.safety-alert-raised.v1", SafetyAlertRaisedV1.class).code()).isNotBlank();
        assertThat(ContractChecks.reads("outcome.safety-alert-resolved.v1", SafetyAlertResolvedV1.class).resolvedAt()).isNotNull();
    }
}
