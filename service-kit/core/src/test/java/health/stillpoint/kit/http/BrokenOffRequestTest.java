package health.stillpoint.kit.http;

import static health.stillpoint.kit.testapp.Calls.NOTES;
import static health.stillpoint.kit.testapp.KitStack.token;
import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.kit.testapp.KitStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(KitStack.class)
class BrokenOffRequestTest {

    private final Logger mappers = Logger.getLogger("health.stillpoint.kit.problem.ProblemMappers");
    private final BlockingQueue<LogRecord> logged = new LinkedBlockingQueue<>();
    private final Handler handler = new Handler() {

        @Override
        public void publish(LogRecord line) {
            logged.add(line);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };
    private Level before;

    @BeforeEach
    void listen() {
        before = mappers.getLevel();
        handler.setLevel(Level.ALL);
        mappers.setLevel(Level.ALL);
        mappers.addHandler(handler);
    }

    @AfterEach
    void listenNoMore() {
        mappers.removeHandler(handler);
        mappers.setLevel(before);
    }

    @Test
    void alarmsNobodyWhenTheCallerLeaves() throws Exception {
        // When
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.getOutputStream().write(("POST " + NOTES + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                    + token("therapist", "harbor") + "\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"text\":")
                            .getBytes(StandardCharsets.US_ASCII));
            Thread.sleep(500); // The method's body is being read by now.
        }

        // Then
        LogRecord first = logged.poll(10, TimeUnit.SECONDS);
        assertThat(first).isNotNull();
        assertThat(Stream.concat(Stream.of(first), logged.stream())).allSatisfy(line ->
                assertThat(line.getLevel().intValue()).as(line.getMessage()).isLessThan(Level.INFO.intValue()));
    }
}
