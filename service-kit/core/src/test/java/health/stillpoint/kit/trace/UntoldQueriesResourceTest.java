package health.stillpoint.kit.trace;

import static health.stillpoint.kit.testapp.Calls.NOTES;
import static health.stillpoint.kit.testapp.Calls.as;
import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.kit.testapp.KitStack;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.arc.Unremovable;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(UntoldQueriesResourceTest.WithTraces.class)
@WithTestResource(KitStack.class)
class UntoldQueriesResourceTest {

    /** Traces on, as an installation that names an endpoint has them. */
    public static class WithTraces implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.otel.sdk.disabled", "false");
        }
    }

    /** Sees what an exporter would. */
    @Singleton
    @Unremovable
    public static class Seen implements SpanProcessor {

        private static final BlockingQueue<SpanData> ENDED = new LinkedBlockingQueue<>();

        @Override
        public void onStart(Context parent, ReadWriteSpan span) {}

        @Override
        public boolean isStartRequired() {
            return false;
        }

        @Override
        public void onEnd(ReadableSpan span) {
            ENDED.add(span.toSpanData());
        }

        @Override
        public boolean isEndRequired() {
            return true;
        }
    }

    @Inject
    Tracer tracer;

    @BeforeEach
    void nothingSeenYet() {
        Seen.ENDED.clear();
    }

    @Test
    void leaveTheServerSpanWithoutWhatWasSearchedFor() throws InterruptedException {
        // When
        as("therapist", "harbor").get(NOTES + "/" + UUID.randomUUID() + "?text=CANARY-name&birth=1990");

        // Then
        SpanData span = ended(SpanKind.SERVER);
        assertThat(span.getAttributes().get(AttributeKey.stringKey("url.path"))).startsWith(NOTES);
        assertThat(span.getAttributes().get(AttributeKey.stringKey("url.query"))).isEmpty();
        assertThat(span.toString()).doesNotContain("CANARY", "1990");
    }

    @Test
    void leaveWholeAddressesWithoutTheirQuery() throws InterruptedException {
        for (String name : List.of("url.full", "http.target", "http.url")) {
            tracer.spanBuilder("GET").setSpanKind(SpanKind.CLIENT)
                    .setAttribute(name, "http://patients/api/v1/patients?text=CANARY-name").startSpan().end();

            SpanData span = ended(SpanKind.CLIENT);
            assertThat(span.getAttributes().get(AttributeKey.stringKey(name))).isEqualTo("http://patients/api/v1/patients");
        }
    }

    private static SpanData ended(SpanKind kind) throws InterruptedException {
        SpanData span;
        do {
            span = Seen.ENDED.poll(10, TimeUnit.SECONDS);
        } while (span != null && span.getKind() != kind);
        assertThat(span).as("a span of kind %s", kind).isNotNull();
        return span;
    }
}
