package health.stillpoint.gateway;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the gateway; before the first socket opens it lets the strict request reading of {@code door} be found. */
@QuarkusMain
public class GatewayMain {

    /** Netty reads this once, at its first bootstrap; see {@link health.stillpoint.gateway.door.StrictHttp}. */
    static final String NETTY_EXTENSIONS = "io.netty.bootstrap.extensions";

    public static void main(String... args) {
        if (System.getProperty(NETTY_EXTENSIONS) == null) {
            System.setProperty(NETTY_EXTENSIONS, "serviceload");
        }
        Quarkus.run(args);
    }
}
