package health.stillpoint.kit.testing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CanaryLogTest {

    private static final Logger LOG = Logger.getLogger(CanaryLogTest.class.getName());

    private final CanaryLog canaries = new CanaryLog();

    @BeforeEach
    void listen() {
        LOG.setLevel(Level.ALL);
        canaries.beforeEach(null);
    }

    @AfterEach
    void stopListening() {
        assertThatCode(() -> canaries.afterEach(null)).doesNotThrowAnyException();
    }

    @Test
    void passesWhatHoldsNoCanary() {
        // When
        LOG.warning("Thing 17 was made");

        // Then
        assertThatCode(() -> canaries.afterEach(null)).doesNotThrowAnyException();
    }

    @Test
    void findsOneInAMessage() {
        // When
        LOG.warning("Thing CANARY-1 was made");

        // Then
        found();
    }

    @Test
    void findsOneInTheCauseOfAnException() {
        // When
        LOG.log(Level.WARNING, "Failed", new IllegalStateException(new IllegalArgumentException("CANARY-2")));

        // Then
        found();
    }

    private void found() {
        assertThatThrownBy(() -> canaries.afterEach(null)).isInstanceOf(AssertionError.class);
        canaries.beforeEach(null);
    }
}
