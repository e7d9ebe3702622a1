package health.stillpoint.kit.operation;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.kit.problem.Problem;
import jakarta.persistence.OptimisticLockException;
import org.jboss.resteasy.reactive.RestResponse;
import org.junit.jupiter.api.Test;

class OperationProblemsTest {

    @Test
    void saysOfWhatWasOvertakenThatItMayBeRepeatedAndNothingOfEntityTags() {
        RestResponse<Problem> answer = new OperationProblems().overtaken(new OptimisticLockException());

        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getEntity().getCode()).isEqualTo("unavailable");
        assertThat(answer.getHeaderString("Retry-After")).isEqualTo("1");
    }
}
