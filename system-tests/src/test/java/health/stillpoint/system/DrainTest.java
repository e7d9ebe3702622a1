package health.stillpoint.system;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.local.LocalStack;
import health.stillpoint.local.Program;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A program that is told to end (SIGTERM) under load says first that it is not ready, and answers what has begun. */
@Order(45)
class DrainTest {

    private static final int CALLERS = 6;
    private static final Duration HELD = Duration.ofSeconds(2);

    /** A call that begins this shortly before the program may end can find it gone, as a call that begins later does. */
    private static final Duration MARGIN = Duration.ofMillis(500);

    private final LocalStack stack = SystemStack.running();

    @BeforeEach
    @AfterEach
    void everythingIsReady() {
        for (Program program : Program.values()) {
            stack.program(program).start();
        }
        SystemStack.awaitReady();
    }

    @ParameterizedTest
    @EnumSource(names = {"PATIENT", "GATEWAY"})
    void answersWhatHasBegun(Program program) throws Exception {
        URI url = SystemStack.url(program);
        URI ready = stack.program(program).managementUrl();
        String token = SystemStack.token("clinic-admin", "harbor");
        List<Call> calls = new CopyOnWriteArrayList<>();
        CompletableFuture<Void> enough = new CompletableFuture<>();
        List<Thread> callers = callers(url, token, calls, enough);
        try (HalfSent held = new HalfSent(url, token)) {
            Await.until("it is warm", Duration.ofSeconds(60), () -> calls.stream().filter(Call::succeeded).count() > CALLERS * 5);
            Instant warm = Instant.now();
            Await.until("it is under load", Duration.ofSeconds(30),
                    () -> calls.stream().filter(call -> call.begun().isAfter(warm)).count() > CALLERS * 5);

            Instant told = Instant.now();
            CompletableFuture<Void> stopped = CompletableFuture.runAsync(() -> stack.program(program).stop());
            Await.until("it says that it is not ready", Duration.ofSeconds(10), () -> Http.to(ready, "/q/health/ready").get().status() == 503);
            TimeUnit.MILLISECONDS.sleep(HELD.toMillis());
            Instant released = Instant.now();

            assertThat(held.finish()).as("the call that was half sent").startsWith("HTTP/1.1 201");
            stopped.get(30, TimeUnit.SECONDS);
            enough.complete(null);
            for (Thread caller : callers) {
                caller.join();
            }

            assertThat(calls).filteredOn(call -> call.begun().isAfter(warm) && call.begun().isBefore(told)).as("begun before").isNotEmpty()
                    .allSatisfy(call -> assertThat(call.status()).contains(200));
            assertThat(calls).filteredOn(call -> call.begun().isAfter(told) && call.begun().isBefore(released.minus(MARGIN)))
                    .as("begun while it drains").isNotEmpty()
                    .allSatisfy(call -> assertThat(call.status()).hasValueSatisfying(status -> assertThat(status).isIn(200, 503)));
        } finally {
            enough.complete(null);
        }
    }

    private record Call(Instant begun, Optional<Integer> status) {

        boolean succeeded() {
            return status.filter(code -> code == 200).isPresent();
        }
    }

    private static List<Thread> callers(URI url, String token, List<Call> calls, CompletableFuture<Void> enough) {
        return IntStream.range(0, CALLERS).mapToObj(caller -> Thread.ofVirtual().start(() -> {
            while (!enough.isDone()) {
                Instant begun = Instant.now();
                Optional<Integer> status = status(url, token);
                calls.add(new Call(begun, status));
                pause();
            }
        })).toList();
    }

    private static Optional<Integer> status(URI url, String token) {
        try {
            return Optional.of(Http.to(url, "/api/v1/patients?limit=1").as(token).get().status());
        } catch (UncheckedIOException lost) {
            return Optional.empty();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(20);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** A registration whose second half is sent later. */
    private static final class HalfSent implements AutoCloseable {

        private static final String BODY = """
                {"name": {"family": "Quist", "given": ["Ada"]}, "birthDate": "1990-04-02", "sexAtBirth": "female",
                 "contact": {"phone": "+1 555 0100"},
                 "emergencyContact": {"name": "Bo Quist", "relationship": "sibling", "phone": "+1 555 0101"},
                 "language": "en", "timeZone": "America/New_York"}""";

        private final Socket socket;

        HalfSent(URI url, String token) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), url.getPort());
            socket.setSoTimeout(20_000);
            send("POST /api/v1/patients HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                    + "\r\nIdempotency-Key: " + UUID.randomUUID() + "\r\nContent-Type: application/json\r\nContent-Length: "
                    + BODY.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + BODY.substring(0, BODY.length() / 2));
        }

        String finish() throws IOException {
            send(BODY.substring(BODY.length() / 2));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)).readLine();
        }

        private void send(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
