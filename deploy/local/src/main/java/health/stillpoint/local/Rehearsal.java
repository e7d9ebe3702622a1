package health.stillpoint.local;

import health.stillpoint.local.parts.LocalIssuer;
import health.stillpoint.local.parts.LocalKafka;
import health.stillpoint.local.parts.LocalPostgres;
import health.stillpoint.local.parts.PrivateFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * What a program of the backend stands on in production, on one machine: PostgreSQL, Kafka and an issuer that speaks TLS
 * under an authority of its own. The program is told as Kubernetes tells it: settings by environment, passwords by a file.
 * Without the programs themselves, so that whoever rehearses starts them, in a container or not.
 */
public final class Rehearsal implements AutoCloseable {

    private static final Duration TOKEN = Duration.ofMinutes(30);
    private static final String PASSWORD = "_PASSWORD";

    private final Path directory;
    private final Secrets secrets;
    private final StackPorts ports = StackPorts.free();
    private final LocalPostgres postgres;
    private final LocalKafka kafka;
    private final LocalIssuer issuer;

    private Rehearsal(Path directory) {
        this.directory = directory;
        secrets = new Secrets(directory.resolve("passwords"));
        issuer = LocalIssuer.builder().port(ports.of(StackPort.ISSUER)).tls(identity()).start();
        postgres = LocalPostgres.builder()
                .dataDirectory(directory.resolve("postgres"))
                .port(ports.of(StackPort.POSTGRES))
                .passwords(secrets::of)
                .start();
        kafka = LocalKafka.builder()
                .dataDirectory(directory.resolve("kafka"))
                .port(ports.of(StackPort.KAFKA))
                .controllerPort(ports.of(StackPort.KAFKA_CONTROLLER))
                .start();
    }

    /** Starts the parts below this directory, on free ports. */
    public static Rehearsal start(Path directory) {
        try {
            Files.createDirectories(directory);
            return new Rehearsal(directory.toAbsolutePath());
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write to " + directory, failed);
        }
    }

    /** Where the program will listen and what is around it. */
    public StackPorts ports() {
        return ports;
    }

    /** The database server, to change what is in it. */
    public LocalPostgres postgres() {
        return postgres;
    }

    /** The certificate that says who the issuer is, as PEM. */
    public Path authority() {
        return directory.resolve("authority.crt");
    }

    /** An access token of {@code <role>@<clinic>} that lives long enough for a slow start. */
    public String token(String role, String clinic) {
        return issuer.token(role, clinic).issuedAt(Instant.now(), TOKEN).serialize();
    }

    /** The environment of the program; no password is in it. */
    public Map<String, String> settings(Program program) {
        Map<String, String> settings = new LinkedHashMap<>(environment(program));
        settings.keySet().removeIf(name -> name.endsWith(PASSWORD));
        settings.remove("STILLPOINT_SANDBOX_CLINICS");
        settings.put("QUARKUS_PROFILE", "prod");
        settings.put("QUARKUS_OIDC_TLS_TLS_CONFIGURATION_NAME", "identity");
        settings.put("QUARKUS_TLS_IDENTITY_TRUST_STORE_PEM_CERTS", authority().toString());
        if (program.database().isPresent()) {
            settings.put("QUARKUS_CONFIG_LOCATIONS", secrets(program).toString());
        }
        return settings;
    }

    /** A file with the program's passwords, readable by its owner alone. */
    public Path secrets(Program program) {
        Path file = directory.resolve(program.module() + ".properties");
        PrivateFiles.write(file, environment(program).entrySet().stream()
                .filter(setting -> setting.getKey().endsWith(PASSWORD))
                .map(setting -> setting.getKey().toLowerCase().replace('_', '.') + "=" + setting.getValue() + "\n")
                .collect(Collectors.joining()));
        return file;
    }

    private Map<String, String> environment(Program program) {
        return new ServiceEnvironment(ports, postgres, kafka, issuer.url()).of(program);
    }

    private SSLContext identity() {
        Path store = directory.resolve("issuer.p12");
        String password = secrets.of("issuer-key-store");
        if (!Files.exists(store)) {
            keytool("-genkeypair", "-keystore", store.toString(), "-storetype", "PKCS12", "-storepass", password, "-alias", "issuer",
                    "-keyalg", "RSA", "-dname", "CN=localhost", "-ext", "san=dns:localhost,ip:127.0.0.1", "-validity", "30");
            keytool("-exportcert", "-rfc", "-keystore", store.toString(), "-storepass", password, "-alias", "issuer",
                    "-file", authority().toString());
        }
        try (InputStream in = Files.newInputStream(store)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, password.toCharArray());
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, password.toCharArray());
            SSLContext identity = SSLContext.getInstance("TLS");
            identity.init(managers.getKeyManagers(), null, null);
            return identity;
        } catch (IOException | GeneralSecurityException failed) {
            throw new IllegalStateException("no TLS identity in " + store, failed);
        }
    }

    private static void keytool(String... arguments) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes());
            if (process.waitFor() != 0) {
                throw new StackException("keytool: " + said.strip());
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("keytool does not run", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StackException("interrupted");
        }
    }

    @Override
    public void close() {
        kafka.close();
        postgres.close();
        issuer.close();
    }

    /**
     * {@code DIRECTORY PROGRAM}: starts the parts and writes for one program {@code settings} (NAME=value lines), its file of
     * passwords, and {@code token}; then {@code ready}, and stays until a signal ends it.
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path directory = Path.of(arguments[0]).toAbsolutePath();
        Program program = Program.ofModule(arguments[1]);
        Rehearsal rehearsal = Rehearsal.start(directory);
        Runtime.getRuntime().addShutdownHook(new Thread(rehearsal::close, "end-rehearsal"));
        rehearsal.secrets(program);
        PrivateFiles.write(directory.resolve("settings"), rehearsal.settings(program).entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue() + "\n")
                .collect(Collectors.joining()));
        PrivateFiles.write(directory.resolve("token"), rehearsal.token("clinic-admin", "harbor"));
        Files.writeString(directory.resolve("ready"), "");
        new CountDownLatch(1).await();
    }
}
