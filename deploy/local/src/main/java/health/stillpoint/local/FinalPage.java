package health.stillpoint.local;

import health.stillpoint.local.parts.DemoRealm;

/** What a person who has just started the system wants to know. */
final class FinalPage {

    private static final String TEXT = """

            Stillpoint is ready.

              API              http://localhost:%1$d/api/v1     (the page about it: http://localhost:%1$d/docs)
              Sign-in          %2$s
              Health, metrics  http://localhost:%3$d/q/health/ready  http://localhost:%3$d/q/metrics
              Data, logs       %4$s

            Demonstration logins (password %5$s), in the clinics harbor and meadow:

              clinic-admin@harbor  prescriber@harbor  therapist@harbor  monitor@harbor
              analyst@harbor  auditor@harbor  therapist2@harbor  monitor2@harbor
              patient.<patient id>@harbor signs in as that patient

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
                DemoRealm.PASSWORD);
    }
}
