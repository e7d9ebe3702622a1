package health.stillpoint.patient.dosing.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import health.stillpoint.kit.testing.ContractChecks;
import health.stillpoint.patient.dosing.domain.Route;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DosingFactsContractTest {

    @ParameterizedTest(name = "reads the example of {0}")
    @ValueSource(classes = {DoseGivenV1.class, DischargedV1.class, CourseRouteV1.class, CourseEndV1.class})
    void readsTheProducersExamples(Class<?> wire) throws ReflectiveOperationException {
        String type = (String) wire.getField("TYPE").get(null);

        assertThatCode(() -> ContractChecks.reads(type, wire)).doesNotThrowAnyException();
    }

    @Test
    void knowsEveryRouteOfTheProducerAndNoOther() {
        assertThat(DosingFactHandler.route("IM")).isEqualTo(Route.IM);
        assertThat(DosingFactHandler.route("PO")).isNull();
        assertThat(DosingFactHandler.route(null)).isNull();
    }
}
