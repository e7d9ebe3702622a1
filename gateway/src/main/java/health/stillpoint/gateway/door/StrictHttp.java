package health.stillpoint.gateway.door;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpObjectDecoder;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.Http1xServerConnection;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;
import io.vertx.core.net.impl.VertxHandler;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Reads HTTP/1.1 more strictly than the server does by itself, but for queries whose characters are not escaped ({@link RequestTarget}).
 *
 * <p>A request with {@code Content-Length} beside {@code Transfer-Encoding} is refused with 400 and its connection is
 * closed (RFC 9112 section 6.3 allows that, and a smuggled request has no other good end); the server would silently
 * drop the length. A head that cannot be read is answered with a problem instead of an empty answer.
 *
 * <p>Netty finds this class by {@code META-INF/services} once {@code io.netty.bootstrap.extensions} says so.
 */
public final class StrictHttp extends ChannelInitializerExtension {

    private static final String DECODER = "httpDecoder";
    private static final String HANDLER = "handler";
    private static final Set<String> VERSIONS = Set.of("HTTP/1.1", "HTTP/1.0");

    @Override
    public void postInitializeServerChildChannel(Channel channel) {
        channel.pipeline().addFirst(new OnFirstBytes());
    }

    /** Waits until the server has put its decoder in place, puts the strict one there, and steps aside. */
    private static final class OnFirstBytes extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            ChannelPipeline pipeline = context.pipeline();
            ChannelHandler decoder = pipeline.get(DECODER);
            if (decoder != null && decoder.getClass() == VertxHttpRequestDecoder.class) {
                pipeline.replace(decoder, DECODER, new Decoder(Limits.CONFIGURED));
                answerUnreadable(pipeline);
            }
            if (decoder != null) {
                pipeline.remove(this);
            }
            context.fireChannelRead(message);
        }

        private static void answerUnreadable(ChannelPipeline pipeline) {
            if (pipeline.get(HANDLER) instanceof VertxHandler<?> handler
                    && handler.getConnection() instanceof Http1xServerConnection connection) {
                connection.invalidRequestHandler(StrictHttp::refuse);
            }
        }
    }

    private static void refuse(HttpServerRequest request) {
        UnreadableHead.refuse(request);
    }

    /** Neither HTTP/1.1 nor HTTP/1.0; the server would answer in the caller's version. */
    static final class UnknownVersion extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;
    }

    /** The server's decoder, but for three rules. */
    private static final class Decoder extends VertxHttpRequestDecoder {

        Decoder(HttpServerOptions options) {
            super(options);
        }

        @Override
        protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
            throw new IllegalArgumentException("Content-Length beside Transfer-Encoding");
        }

        @Override
        protected HttpMessage createMessage(String[] firstLine) {
            if (!VERSIONS.contains(firstLine[2])) {
                throw new UnknownVersion();
            }
            return super.createMessage(new String[] {firstLine[0], RequestTarget.readable(firstLine[1]), firstLine[2]});
        }
    }

    /** The limits of the server's own decoder. */
    private static final class Limits {

        static final HttpServerOptions CONFIGURED = new HttpServerOptions()
                .setMaxHeaderSize(bytes("quarkus.http.limits.max-header-size", HttpObjectDecoder.DEFAULT_MAX_HEADER_SIZE))
                .setMaxInitialLineLength(
                        bytes("quarkus.http.limits.max-initial-line-length", HttpObjectDecoder.DEFAULT_MAX_INITIAL_LINE_LENGTH));

        private static int bytes(String property, int otherwise) {
            return ConfigProvider.getConfig()
                    .getOptionalValue(property, io.quarkus.runtime.configuration.MemorySize.class)
                    .map(size -> size.asBigInteger().intValueExact())
                    .orElse(otherwise);
        }
    }
}
