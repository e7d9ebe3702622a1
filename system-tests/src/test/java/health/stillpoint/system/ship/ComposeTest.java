package health.stillpoint.system.ship;

import static health.stillpoint.system.ship.Tree.at;
import static health.stillpoint.system.ship.Tree.list;
import static health.stillpoint.system.ship.Tree.map;
import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.local.parts.LocalKeycloak;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ComposeTest {

    private static final List<String> SERVICES = House.SERVICES;
    private static final String COMPOSE = House.text("docker-compose.yml");

    /** The keys of the Compose Specification that we use; another one is a slip of the pen until it is added here. */
    private static final Set<String> KEYS = Set.of("image", "build", "restart", "user", "read_only", "cap_drop", "security_opt",
            "tmpfs", "mem_limit", "pids_limit", "stop_grace_period", "environment", "ports", "networks", "healthcheck",
            "depends_on", "secrets", "volumes", "shm_size", "entrypoint");

    @Test
    void the_map_shows_the_whole_system() {
        assertThat(services(COMPOSE)).containsOnlyKeys("gateway", "patient-service", "session-service", "outcome-service",
                "postgres", "kafka", "keycloak");
        assertThat(faults(COMPOSE)).isEmpty();
    }

    @Test
    void a_slip_is_found() {
        assertThat(faults(COMPOSE.replace("healthcheck: *ready", "healtcheck: *ready")))
                .contains("gateway: unknown key healtcheck", "gateway: no healthcheck");
        assertThat(faults(COMPOSE.replace("image: postgres:18", "image: postgres:latest"))).containsExactly("postgres: image postgres:latest");
        assertThat(faults(COMPOSE.replace("image: postgres:18", "image: postgres"))).containsExactly("postgres: image postgres");
        assertThat(faults(COMPOSE.replace("POSTGRES_PASSWORD_FILE: /run/secrets/postgres-superuser", "POSTGRES_PASSWORD: postgres")))
                .containsExactly("postgres: POSTGRES_PASSWORD is a secret in the file");
        assertThat(faults(COMPOSE.replace("\"127.0.0.1:${STILLPOINT_GATEWAY_PORT:-8080}:8080\"", "\"8080:8080\"")))
                .containsExactly("gateway: port 8080:8080 is open to the network");
        assertThat(faults(COMPOSE.replace("kafka: {condition: service_healthy}", "kafka: {condition: service_started}")))
                .contains("patient-service: does not wait for the health of kafka");
        assertThat(faults(COMPOSE.replace("secrets: [patient-service.properties]", "secrets: [patient.properties]")))
                .contains("patient-service: secret patient.properties is not declared");
        assertThat(faults(COMPOSE.replace("read_only: true", "read_only: false"))).contains("gateway: may write to its own files");
    }

    @Test
    void nobody_waits_for_oneself() {
        Map<String, Object> services = services(COMPOSE);
        Set<String> started = new HashSet<>();
        while (started.size() < services.size()) {
            List<String> next = services.keySet().stream().filter(name -> !started.contains(name))
                    .filter(name -> started.containsAll(map(at(services, name, "depends_on")).keySet())).toList();
            assertThat(next).as("after " + started).isNotEmpty();
            started.addAll(next);
        }
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void a_service_has_the_settings_it_has_on_kubernetes(String service) {
        Set<String> here = new TreeSet<>(environment(service).keySet());
        here.removeAll(Set.of("QUARKUS_CONFIG_LOCATIONS", "STILLPOINT_SANDBOX_CLINICS"));
        Set<String> there = new TreeSet<>();
        Map<String, Object> kustomization = Tree.document(House.text("deploy/kubernetes/base/" + service + "/kustomization.yaml"));
        for (Object literal : list(Tree.maps(kustomization.get("configMapGenerator")).getFirst().get("literals"))) {
            there.add(((String) literal).split("=", 2)[0]);
        }
        there.removeAll(Set.of("QUARKUS_SHUTDOWN_TIMEOUT", "STILLPOINT_GATEWAY_TLS_IN_FRONT"));
        assertThat(here).isEqualTo(there);
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void a_service_is_built_from_its_own_program_alone(String service) {
        Map<String, Object> build = map(at(services(COMPOSE), service, "build"));
        assertThat(build.get("context")).isEqualTo(service + "/target/quarkus-app");
        assertThat(House.file((String) build.get("context")).resolve((String) build.get("dockerfile")).normalize())
                .isEqualTo(House.file("deploy/containers/Containerfile"));
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void a_service_has_the_time_to_answer_what_has_begun(String service) {
        String own = House.text(service + "/src/main/resources/application.properties");
        String kit = House.text("service-kit/web/src/main/resources/META-INF/microprofile-config.properties");
        Pattern setting = Pattern.compile("(?m)^quarkus\\.shutdown\\.timeout=(\\d+)S$");
        long drain = Stream.of(own, kit).flatMap(text -> setting.matcher(text).results())
                .mapToLong(found -> Long.parseLong(found.group(1))).findFirst().orElseThrow();

        String grace = (String) at(services(COMPOSE), service, "stop_grace_period");
        assertThat(Long.parseLong(grace.replace("s", ""))).isGreaterThan(drain);
    }

    @Test
    void keycloak_is_the_one_that_is_tested() {
        String image = (String) at(services(COMPOSE), "keycloak", "image");
        assertThat(LocalKeycloak.VERSION).startsWith(image.substring(image.indexOf(':') + 1) + ".");
    }

    @Test
    void every_setting_of_the_file_is_in_the_example() {
        Set<String> used = Pattern.compile("\\$\\{([A-Z_]+)").matcher(COMPOSE.replace("$$", "")).results()
                .map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
        List<String> offered = House.text(".env.example").lines().filter(line -> line.matches("[A-Z_]+=.*")).map(line -> line.split("=")[0]).toList();
        assertThat(offered).containsExactlyInAnyOrderElementsOf(used).noneMatch(Secrets::namesOne);
    }

    @Test
    void every_mounted_file_is_in_the_repository() {
        for (Map.Entry<String, Object> service : services(COMPOSE).entrySet()) {
            for (Object volume : list(at(service.getValue(), "volumes"))) {
                String source = ((String) volume).split(":")[0];
                if (source.startsWith("./")) {
                    assertThat(House.file(source)).exists();
                }
            }
        }
    }

    @Test
    void the_script_makes_every_secret_once_and_for_its_user_alone(@TempDir Path folder) throws Exception {
        Path script = Files.copy(House.file("deploy/compose/make-secrets.sh"), folder.resolve("make-secrets.sh"));
        run(script);
        Path secrets = folder.resolve("secrets");
        assertThat(names(secrets)).containsExactlyInAnyOrderElementsOf(map(Tree.document(COMPOSE).get("secrets")).values().stream()
                .map(secret -> Path.of((String) at(secret, "file")).getFileName().toString()).toList());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets))).isEqualTo("rwx------");

        List<String> lines = House.text(secrets.resolve("database-passwords")).lines().toList();
        assertThat(lines).hasSize(10).allMatch(line -> line.matches("[a-z_]+=[A-Za-z0-9]{40}")).doesNotHaveDuplicates();
        assertThat(House.text(secrets.resolve("patient-service.properties")).lines())
                .contains("quarkus.datasource.password=" + lines.getFirst().replace("patient_app=", "")).hasSize(3);

        String before = House.text(secrets.resolve("database-passwords"));
        run(script);
        assertThat(House.text(secrets.resolve("database-passwords"))).isEqualTo(before);
    }

    @Test
    void git_never_sees_a_secret() {
        assertThat(House.text("deploy/compose/.gitignore").lines()).contains("secrets/");
        assertThat(House.text(".gitignore").lines()).contains(".env");
    }

    // ---- the rules --------------------------------------------------------------------------------------------

    private static List<String> faults(String yaml) {
        List<String> faults = new ArrayList<>();
        Map<String, Object> compose = Tree.document(yaml);
        Map<String, Object> services = map(compose.get("services"));
        Set<String> secrets = new TreeSet<>(map(compose.get("secrets")).keySet());
        services.forEach((name, service) -> {
            Set<String> unknown = new TreeSet<>(map(service).keySet());
            unknown.removeAll(KEYS);
            unknown.forEach(key -> faults.add(name + ": unknown key " + key));
            require(faults, at(service, "healthcheck", "test") != null, name + ": no healthcheck");
            require(faults, pinned((String) at(service, "image")), name + ": image " + at(service, "image"));
            map(at(service, "environment")).forEach((key, value) ->
                    require(faults, !Secrets.namesOne(key), name + ": " + key + " is a secret in the file"));
            for (Object port : list(at(service, "ports"))) {
                require(faults, ((String) port).startsWith("127.0.0.1:"), name + ": port " + port + " is open to the network");
            }
            map(at(service, "depends_on")).forEach((needed, how) -> {
                require(faults, services.containsKey(needed), name + ": waits for " + needed + ", which is not there");
                require(faults, "service_healthy".equals(at(how, "condition")), name + ": does not wait for the health of " + needed);
            });
            for (Object secret : list(at(service, "secrets"))) {
                require(faults, secrets.contains(secret), name + ": secret " + secret + " is not declared");
            }
            for (Object network : list(at(service, "networks"))) {
                require(faults, map(compose.get("networks")).containsKey(network), name + ": network " + network + " is not declared");
            }
            require(faults, list(at(service, "security_opt")).contains("no-new-privileges:true"), name + ": may gain privileges");
            if (House.SERVICES.contains(name)) {
                require(faults, Boolean.TRUE.equals(at(service, "read_only")), name + ": may write to its own files");
                require(faults, list(at(service, "cap_drop")).contains("ALL"), name + ": keeps capabilities");
                require(faults, "10001:10001".equals(at(service, "user")), name + ": runs as another user");
                require(faults, at(service, "mem_limit") != null, name + ": no memory limit");
            }
        });
        return faults;
    }

    private static boolean pinned(String image) {
        String tag = image.contains(":") ? image.substring(image.indexOf(':') + 1) : "";
        return !tag.isEmpty() && !tag.equals("latest");
    }

    private static void require(List<String> faults, boolean holds, String fault) {
        if (!holds) {
            faults.add(fault);
        }
    }

    private static Map<String, Object> services(String yaml) {
        return map(Tree.document(yaml).get("services"));
    }

    private static Map<String, Object> environment(String service) {
        return map(at(services(COMPOSE), service, "environment"));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static void run(Path script) throws Exception {
        Process process = new ProcessBuilder("sh", script.toString()).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(output).isZero();
    }
}
