package health.stillpoint.kit.operation;

import static health.stillpoint.kit.testapp.Calls.NOTES;
import static health.stillpoint.kit.testapp.KitStack.token;
import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.kit.testapp.KitStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which address the audit trail holds. In tests the trusted proxy is 127.0.0.1; another caller is at 127.0.0.2. */
@QuarkusTest
@WithTestResource(KitStack.class)
class ClientAddressResourceTest {

    @Test
    void isTheOneATrustedProxyNames() throws Exception {
        assertThat(recorded("127.0.0.1", "X-Forwarded-For", "203.0.113.7")).isEqualTo("203.0.113.7");
        assertThat(recorded("127.0.0.1", "X-Forwarded-For", "2001:db8::7")).isIn("2001:db8::7", "2001:db8:0:0:0:0:0:7");
    }

    @Test
    void isThatOfTheConnectionWhenNobodyNamesAnother() throws Exception {
        assertThat(recorded("127.0.0.1", "X-Nothing", "203.0.113.7")).isEqualTo("127.0.0.1");
        assertThat(recorded("127.0.0.2", "X-Nothing", "203.0.113.7")).isEqualTo("127.0.0.2");
    }

    @ParameterizedTest
    @CsvSource({"X-Forwarded-For, 203.0.113.7", "X-Forwarded-For, 127.0.0.1", "Forwarded, for=203.0.113.7", "X-Real-IP, 203.0.113.7"})
    void isNotWhatACallerSaysOfThemselves(String header, String value) throws Exception {
        assertThat(recorded("127.0.0.2", header, value)).isEqualTo("127.0.0.2");
    }

    @ParameterizedTest
    @CsvSource({"prod, false", "sandbox, false", "local, true", "dev, true", "test, true"})
    void isNobodysToNameUnlessTheyRunOnOneMachine(String profile, boolean believed) throws Exception {
        SmallRyeConfig defaults = new SmallRyeConfigBuilder().addDefaultInterceptors().withProfile(profile).withSources(
                new PropertiesConfigSource(Path.of("src/main/resources/META-INF/microprofile-config.properties").toUri().toURL())).build();

        assertThat(defaults.getOptionalValue("quarkus.http.proxy.proxy-address-forwarding", Boolean.class).orElse(false))
                .isEqualTo(believed);
        assertThat(defaults.getValues("quarkus.http.proxy.trusted-proxies", String.class))
                .containsExactly("127.0.0.1/32", "::1/128");
    }

    /** The address in the row that a call from somewhere leaves. */
    private static String recorded(String from, String header, String value) throws Exception {
        String request = UUID.randomUUID().toString();
        try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
                .localAddress(InetAddress.getByName(from)).build()) {
            client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + NOTES))
                    .header("Authorization", "Bearer " + token("therapist", "harbor")).header("X-Request-Id", request)
                    .header(header, value).build(), BodyHandlers.discarding());
        }
        return KitStack.value("select ip from audit_pending where request_id = '" + request
                + "' union all select ip from audit_event where request_id = '" + request + "'");
    }
}
