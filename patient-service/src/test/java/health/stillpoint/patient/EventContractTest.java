package health.stillpoint.patient;

import static org.assertj.core.api.Assertions.assertThatCode;

import health.stillpoint.kit.testing.ContractChecks;
import org.junit.jupiter.api.Test;

class EventContractTest {

    @Test
    void hasASchemaAndAnExampleForEveryFactAndNamesThemInTheAsyncApiDocument() {
        assertThatCode(ContractChecks::contractFilesAgree).doesNotThrowAnyException();
    }

    @Test
    void carriesIdsAndCodesOnly() {
        assertThatCode(ContractChecks::factsCarryNoPersonalData).doesNotThrowAnyException();
    }
}
