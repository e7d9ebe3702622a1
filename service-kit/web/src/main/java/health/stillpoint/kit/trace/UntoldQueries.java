package health.stillpoint.kit.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Takes the query out of the address a span tells: a search carries the name searched for, and spans leave the house. The
 * instrumentation writes addresses when a span starts; other processors and the exporter see what is left here.
 */
@Singleton
public class UntoldQueries implements SpanProcessor {

    private static final AttributeKey<String> QUERY = AttributeKey.stringKey("url.query");

    /** Whole addresses, by their present and former names in the semantic conventions. */
    private static final List<AttributeKey<String>> ADDRESSES = List.of(
            AttributeKey.stringKey("url.full"), AttributeKey.stringKey("http.target"), AttributeKey.stringKey("http.url"));

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        if (span.getAttribute(QUERY) != null) {
            span.setAttribute(QUERY, "");
        }
        for (AttributeKey<String> address : ADDRESSES) {
            String told = span.getAttribute(address);
            if (told != null && told.indexOf('?') >= 0) {
                span.setAttribute(address, told.substring(0, told.indexOf('?')));
            }
        }
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        // nothing is left to take out
    }

    @Override
    public boolean isEndRequired() {
        return false;
    }
}
