package health.stillpoint.local;

import health.stillpoint.local.parts.KeycloakOperator;
import health.stillpoint.local.parts.LocalIssuer;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where people sign in.
 *
 * @param issuer where discovery starts
 * @param operatorPassword of a Keycloak whose operator may make accounts for patients of the demonstration
 */
public record SignIn(URI issuer, Optional<String> operatorPassword) {

    /** Sign-in of the stack that runs on this machine, or where it would be if one ran. */
    public static SignIn here(Map<String, String> environment) {
        Home home = new Home(Path.of(environment.getOrDefault("STILLPOINT_HOME", ".stillpoint")));
        return RunningStack.launcher(home).isPresent()
                ? RunningStack.signIn(home)
                : new SignIn(URI.create(LocalIssuer.url(StackPorts.from(environment).of(StackPort.ISSUER))), Optional.empty());
    }

    /** The operator, if there is one. */
    public Optional<KeycloakOperator> operator(HttpClient http) {
        return operatorPassword.map(password -> new KeycloakOperator(issuer, password, http));
    }

    @Override
    public String toString() {
        return issuer.toString();
    }
}
