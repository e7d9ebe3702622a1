package health.stillpoint.gateway;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an operator can set about the gateway; README.md lists every name with its unit. */
@ConfigMapping(prefix = "stillpoint.gateway")
public interface GatewayConfig {

    /** Where the three services are. */
    Upstreams upstream();

    /** Longest request head that is read, bytes (names and values together). */
    @WithDefault("16384")
    int maxHeaderBytes();

    /** How long a service may take until its answer begins. */
    Timeouts timeouts();

    Pool pool();

    Retry retry();

    Breaker breaker();

    Cors cors();

    Documentation documentation();

    /** True when TLS ends in front of the gateway, so that HSTS is sent on plain connections too. */
    @WithDefault("false")
    boolean tlsInFront();

    /** Writes one access log line for each request. */
    @WithDefault("true")
    boolean accessLog();

    /** The three services. */
    interface Upstreams {
        Service patient();

        Service session();

        Service outcome();
    }

    /** One service. */
    interface Service {

        /** Where its API is, without a path. */
        URI url();

        /** Where its OpenAPI document is; the management port by default. */
        URI openapi();
    }

    /** Until the first byte of the answer. */
    interface Timeouts {

        /** Until a connection stands. */
        @WithDefault("1s")
        Duration connect();

        /** Ordinary calls. */
        @WithDefault("10s")
        Duration ordinary();

        /** Cohort queries and exports. */
        @WithDefault("60s")
        Duration slow();

        /** Between two pieces of an answer or of a request that has begun. */
        @WithDefault("30s")
        Duration idle();

        /** Between two pieces of a live stream (server-sent events). */
        @WithDefault("5m")
        Duration streamIdle();

        /** For one route by its name, instead of the above. */
        Map<String, Duration> route();
    }

    /** Connections to one service. */
    interface Pool {

        /** Most connections to one service. */
        @WithDefault("256")
        int connections();

        /** Most requests that wait for a connection to one service; more are refused at once. */
        @WithDefault("512")
        int waiting();

        /** How long an unused connection is kept; shorter than the services keep theirs. */
        @WithDefault("60s")
        Duration keepAlive();
    }

    /** A second try of a safe call whose connection could not be made. */
    interface Retry {

        /** Retries for each hundred calls to a service, so that a broken one is not hit twice as hard. */
        @WithDefault("10")
        int perHundredCalls();
    }

    /** When a service is left alone. */
    interface Breaker {

        /** Calls looked at. */
        @WithDefault("20")
        int window();

        /** Share of broken calls among them that opens the circuit, 0 to 1. */
        @WithDefault("0.5")
        double failureRatio();

        /** How long it stays open before one call is tried. */
        @WithDefault("5s")
        Duration openFor();

        /** Calls that must succeed before it closes. */
        @WithDefault("2")
        int successes();
    }

    /** Web pages of other origins that may call the API. */
    interface Cors {

        /** Origins such as {@code https://app.example.org}; none by default; never {@code *}. */
        Optional<List<String>> origins();

        /** How long a browser may remember a preflight answer. */
        @WithDefault("10m")
        Duration maxAge();
    }

    /** The merged OpenAPI document and its page. */
    interface Documentation {

        /** Serves the page at /docs. */
        @WithDefault("true")
        boolean page();

        /** How old a service's document may be before it is asked for again. */
        @WithDefault("30s")
        Duration maxAge();

        /** Public address of the API, the document's only {@code servers} entry. */
        @WithDefault("/")
        String server();

        /** The issuer's discovery document, named in the security scheme. */
        Optional<String> openIdConnectUrl();
    }
}
