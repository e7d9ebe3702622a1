package health.stillpoint.patient.risk.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.kit.testing.ContractChecks;
import org.junit.jupiter.api.Test;

class RiskFlagContractTest {

    @Test
    void readsTheProducersExamples() {
        assertThat(ContractChecks.reads(HoldPlacedV1.TYPE, HoldPlacedV1.class).holdId()).isNotNull();
        assertThat(ContractChecks.reads(HoldClearedV1.TYPE, HoldClearedV1.class).holdId()).isNotNull();
        assertThat(ContractChecks.reads(SafetyAlertRaisedV1.TYPE, SafetyAlertRaisedV1.class).alertId()).isNotNull();
        assertThat(ContractChecks.reads(SafetyAlertResolvedV1.TYPE, SafetyAlertResolvedV1.class).alertId()).isNotNull();
    }
}
