package health.stillpoint.local;

import health.stillpoint.local.parts.DemoRealm;
import java.util.stream.Collectors;

/** What a person who has just started the system wants to know. */
final class FinalPage {

    private static final String TEXT = """

            Stillpoint is ready.

              API              http://localhost:%1$d/api/v1     (the page about it: http://localhost:%1$d/docs)
              Sign-in          %2$s
              Health, metrics  http://localhost:%3$d/q/health/ready  http://localhost:%3$d/q/metrics
              Data, logs       %4$s

            Demonstration logins by role (password %5$s; the partner is a client, ./stillpoint token partner signs it in):

            %6$s

            First steps:

              TOKEN=$(./stillpoint token prescriber harbor)
              curl -H "Authorization: Bearer $TOKEN" http://localhost:%1$d/api/v1/patients
              ./stillpoint demo          fills the clinics with synthetic patients
              ./stillpoint down          stops everything (Ctrl-C does too); the data stays
            """;

    private FinalPage() {}

    static String of(LocalStack stack, Home home) {
        StackPorts ports = stack.ports();
        return TEXT.formatted(
                ports.of(StackPort.GATEWAY),
                stack.issuerUrl(),
                ports.of(StackPort.GATEWAY_MANAGEMENT),
                home.path(),
                DemoRealm.PASSWORD,
                logins());
    }

    private static String logins() {
        return DemoRealm.logins().entrySet().stream()
                .map(role -> "  %-15s  %s".formatted(role.getKey(), String.join("  ", role.getValue())))
                .collect(Collectors.joining("\n"));
    }
}
