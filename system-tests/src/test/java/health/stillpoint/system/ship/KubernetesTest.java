package health.stillpoint.system.ship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class KubernetesTest {

    private static final Path KUBERNETES = House.file("deploy/kubernetes");
    private static final List<String> SERVICES = House.SERVICES;

    // ---- the rendering ----------------------------------------------------------------------------------------

    /** The only test here that needs kubectl; without it the rendering of the others is still our own. */
    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void our_rendering_equals_kubectls(String overlay) throws Exception {
        assumeTrue(onPath("kubectl"), "kubectl is not on the PATH, so nothing to compare our rendering with");
        Path answer = Files.createTempFile("overlay", ".yaml");
        Process kubectl = new ProcessBuilder("kubectl", "kustomize", KUBERNETES.resolve("overlays/" + overlay).toString())
                .redirectOutput(answer.toFile()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        assertThat(kubectl.waitFor()).isZero();

        Map<String, Map<String, Object>> ours = byName(rendered(overlay));
        Map<String, Map<String, Object>> theirs = byName(Tree.documents(House.text(answer)));
        assertThat(ours.keySet()).isEqualTo(theirs.keySet());
        ours.forEach((name, document) -> assertThat(document).as(name).isEqualTo(theirs.get(name)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void every_manifest_is_understood_to_the_last_key(String overlay) {
        Manifests manifests = manifests(overlay);
        assertThat(manifests.faults()).isEmpty();
        assertThat(manifests.all(Deployment.class)).hasSameSizeAs(SERVICES);
    }

    @Test
    void a_misspelt_key_is_found() {
        List<Map<String, Object>> documents = rendered("prod");
        Tree.map(deployment(documents, "gateway").get("spec")).put("replicass", 3);
        assertThat(Manifests.of(documents).faults()).containsExactly("Deployment/gateway.Spec: unknown key replicass");
    }

    @Test
    void a_misspelt_key_deep_inside_is_found() {
        List<Map<String, Object>> documents = rendered("prod");
        Object pod = Tree.at(deployment(documents, "gateway"), "spec", "template", "spec");
        Tree.map(Tree.at(Tree.maps(Tree.at(pod, "containers")).getFirst(), "readinessProbe")).put("periodSecond", 5);
        assertThat(Manifests.of(documents).faults()).singleElement().asString().endsWith("unknown key periodSecond");
    }

    @Test
    void a_value_of_the_wrong_type_is_found() {
        List<Map<String, Object>> documents = rendered("prod");
        Tree.map(deployment(documents, "gateway").get("spec")).put("replicas", "many");
        assertThat(Manifests.of(documents).faults()).singleElement().asString().startsWith("Deployment/gateway:");
    }

    @Test
    void a_kind_that_does_not_exist_is_found() {
        List<Map<String, Object>> documents = rendered("prod");
        deployment(documents, "gateway").put("kind", "Deploiment");
        assertThat(Manifests.of(documents).faults()).contains("Deploiment/gateway: unknown kind apps/v1 Deploiment");
    }

    @Test
    void a_kustomization_that_we_could_not_render_faithfully_is_refused(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("kustomization.yaml"), "namePrefix: dev-\nresources: []\n");
        assertThatThrownBy(() -> Kustomization.render(folder)).hasMessageContaining("namePrefix");
    }

    // ---- pods -------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void every_pod_is_restricted(String overlay) {
        for (Deployment deployment : manifests(overlay).all(Deployment.class)) {
            assertThat(PodSecurity.faults(pod(deployment))).as(deployment.getMetadata().getName()).isEmpty();
        }
        assertThat(manifests(overlay).all(Namespace.class)).singleElement().satisfies(namespace ->
                assertThat(namespace.getMetadata().getLabels()).containsEntry("pod-security.kubernetes.io/enforce", "restricted"));
    }

    @Test
    void a_pod_that_is_not_restricted_is_found() {
        PodSpec pod = pod(manifests("prod").one(Deployment.class, "gateway"));
        pod.setHostNetwork(true);
        pod.setAutomountServiceAccountToken(null);
        pod.getContainers().getFirst().getSecurityContext().setReadOnlyRootFilesystem(null);
        pod.getContainers().getFirst().getSecurityContext().getCapabilities().setDrop(List.of());
        pod.getContainers().getFirst().getResources().setLimits(Map.of());
        assertThat(PodSecurity.faults(pod)).containsExactly("uses the host's namespaces", "mounts an API token",
                "gateway may write to its own files", "gateway keeps capabilities", "gateway has no limits and requests");
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void probes_ask_the_management_port(String service) {
        Container container = container(manifests("prod"), service);
        assertThat(probe(container.getStartupProbe())).isEqualTo("management /q/health/started");
        assertThat(probe(container.getLivenessProbe())).isEqualTo("management /q/health/live");
        assertThat(probe(container.getReadinessProbe())).isEqualTo("management /q/health/ready");

        Map<String, String> settings = settings(manifests("prod"), service);
        assertThat(port(container, "management")).isEqualTo(settings.get("QUARKUS_MANAGEMENT_PORT"));
        assertThat(port(container, "http")).isEqualTo(settings.get("QUARKUS_HTTP_PORT"));
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void production_survives_the_loss_of_a_node(String service) {
        Manifests prod = manifests("prod");
        Deployment deployment = prod.one(Deployment.class, service);
        assertThat(deployment.getSpec().getReplicas()).isGreaterThanOrEqualTo(2);
        assertThat(deployment.getSpec().getStrategy().getRollingUpdate().getMaxUnavailable().getIntVal()).isZero();
        assertThat(pod(deployment).getTopologySpreadConstraints()).extracting("topologyKey")
                .containsExactlyInAnyOrder("topology.kubernetes.io/zone", "kubernetes.io/hostname");
        assertThat(prod.one(PodDisruptionBudget.class, service).getSpec().getSelector().getMatchLabels())
                .isEqualTo(deployment.getSpec().getSelector().getMatchLabels());
        HorizontalPodAutoscaler scaler = prod.one(HorizontalPodAutoscaler.class, service);
        assertThat(scaler.getSpec().getScaleTargetRef().getName()).isEqualTo(service);
        assertThat(scaler.getSpec().getMinReplicas()).isGreaterThanOrEqualTo(2);
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void the_grace_period_covers_the_waiting_and_the_shutdown(String service) {
        PodSpec pod = pod(manifests("prod").one(Deployment.class, service));
        long wait = pod.getContainers().getFirst().getLifecycle().getPreStop().getSleep().getSeconds();
        long shutdown = Long.parseLong(settings(manifests("prod"), service).get("QUARKUS_SHUTDOWN_TIMEOUT").replace("s", ""));
        assertThat(pod.getTerminationGracePeriodSeconds()).isGreaterThan(wait + shutdown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void images_are_named_and_never_latest(String overlay) {
        for (Deployment deployment : manifests(overlay).all(Deployment.class)) {
            assertThat(pod(deployment).getContainers()).singleElement().extracting(Container::getImage).asString()
                    .matches("stillpoint/" + deployment.getMetadata().getName() + ":[a-z0-9.]+").doesNotEndWith(":latest");
        }
    }

    // ---- names that must meet ---------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void every_selector_finds_its_pods(String overlay) {
        Manifests manifests = manifests(overlay);
        assertThat(manifests.all(Service.class)).hasSameSizeAs(SERVICES);
        for (Service service : manifests.all(Service.class)) {
            Deployment deployment = manifests.one(Deployment.class, service.getMetadata().getName());
            assertThat(deployment.getSpec().getTemplate().getMetadata().getLabels()).containsAllEntriesOf(service.getSpec().getSelector());
            assertThat(deployment.getSpec().getTemplate().getMetadata().getLabels())
                    .containsAllEntriesOf(deployment.getSpec().getSelector().getMatchLabels());
            assertThat(service.getSpec().getPorts()).isNotEmpty().allSatisfy(port ->
                    assertThat(port(pod(deployment).getContainers().getFirst(), port.getTargetPort().getStrVal()))
                            .isEqualTo(Integer.toString(port.getPort())));
            assertThat(manifests.one(ServiceAccount.class, pod(deployment).getServiceAccountName()).getAutomountServiceAccountToken()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void everything_lies_in_the_one_namespace(String overlay) {
        String namespace = manifests(overlay).all(Namespace.class).getFirst().getMetadata().getName();
        assertThat(manifests(overlay).resources()).filteredOn(resource -> !(resource instanceof Namespace))
                .extracting(resource -> resource.getMetadata().getNamespace()).containsOnly(namespace);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void every_config_map_is_there_or_promised(String overlay) {
        Manifests manifests = manifests(overlay);
        Set<String> promised = new TreeSet<>(documented("\\| ConfigMap \\| `([a-z-]+)` \\|"));
        Set<String> present = new TreeSet<>(manifests.all(ConfigMap.class).stream().map(map -> map.getMetadata().getName()).toList());
        for (Deployment deployment : manifests.all(Deployment.class)) {
            pod(deployment).getContainers().getFirst().getEnvFrom().forEach(source ->
                    assertThat(present).contains(source.getConfigMapRef().getName()));
            pod(deployment).getVolumes().stream().filter(volume -> volume.getConfigMap() != null).forEach(volume ->
                    assertThat(promised).contains(volume.getConfigMap().getName()));
        }
    }

    // ---- secrets ----------------------------------------------------------------------------------------------

    @Test
    void secrets_are_references_and_all_of_them_are_documented() {
        Manifests prod = manifests("prod");
        assertThat(prod.all(Secret.class)).isEmpty();
        Set<String> used = new TreeSet<>();
        for (Deployment deployment : prod.all(Deployment.class)) {
            pod(deployment).getVolumes().stream().filter(volume -> volume.getSecret() != null)
                    .forEach(volume -> used.add(volume.getSecret().getSecretName()));
            pod(deployment).getContainers().getFirst().getEnv().stream()
                    .filter(variable -> variable.getValueFrom() != null && variable.getValueFrom().getSecretKeyRef() != null)
                    .forEach(variable -> used.add(variable.getValueFrom().getSecretKeyRef().getName()));
        }
        prod.all(Ingress.class).forEach(ingress -> ingress.getSpec().getTls().forEach(tls -> used.add(tls.getSecretName())));
        assertThat(documented("\\| Secret \\| `([a-z-]+)` \\|")).containsExactlyInAnyOrderElementsOf(used);
    }

    @Test
    void the_file_of_secrets_is_where_the_service_looks_for_it() {
        for (Deployment deployment : manifests("prod").all(Deployment.class)) {
            Container container = pod(deployment).getContainers().getFirst();
            List<String> locations = container.getEnv().stream()
                    .filter(variable -> variable.getName().equals("QUARKUS_CONFIG_LOCATIONS")).map(variable -> variable.getValue()).toList();
            boolean hasDatabase = settings(manifests("prod"), deployment.getMetadata().getName()).containsKey("QUARKUS_DATASOURCE_JDBC_URL");
            assertThat(locations).hasSize(hasDatabase ? 1 : 0).allSatisfy(location ->
                    assertThat(container.getVolumeMounts()).anySatisfy(mount -> {
                        assertThat(mount.getName()).isEqualTo("secrets");
                        assertThat(location).isEqualTo(mount.getMountPath() + "/secrets.properties");
                    }));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void no_setting_holds_a_password(String overlay) {
        Manifests manifests = manifests(overlay);
        for (ConfigMap map : manifests.all(ConfigMap.class)) {
            assertThat(map.getData().keySet()).noneMatch(Secrets::namesOne);
        }
        for (Deployment deployment : manifests.all(Deployment.class)) {
            assertThat(pod(deployment).getContainers().getFirst().getEnv()).noneMatch(variable -> Secrets.namesOne(variable.getName()) && variable.getValue() != null);
        }
    }

    // ---- production and sandbox -------------------------------------------------------------------------------

    @ParameterizedTest
    @FieldSource("SERVICES")
    void production_knows_no_sandbox(String service) {
        assertThat(settings(manifests("prod"), service)).containsEntry("QUARKUS_PROFILE", "prod").doesNotContainKey("STILLPOINT_SANDBOX_CLINICS");
        assertThat(manifests("prod").one(Deployment.class, service).toString().toLowerCase()).doesNotContain("sandbox");
        assertThat(settings(manifests("dev"), service)).containsKey("STILLPOINT_SANDBOX_CLINICS")
                .extractingByKey("QUARKUS_PROFILE").isNotEqualTo("prod");
    }

    @Test
    void production_speaks_to_its_data_encrypted() {
        for (String service : List.of("patient-service", "session-service", "outcome-service")) {
            assertThat(settings(manifests("prod"), service))
                    .hasEntrySatisfying("QUARKUS_DATASOURCE_JDBC_URL", url -> assertThat(url).contains("sslmode=verify-full"))
                    .containsEntry("KAFKA_SECURITY_PROTOCOL", "SASL_SSL")
                    .hasEntrySatisfying("QUARKUS_OIDC_AUTH_SERVER_URL", url -> assertThat(url).startsWith("https://"));
        }
        assertThat(manifests("prod").all(Ingress.class)).singleElement().satisfies(ingress ->
                assertThat(ingress.getSpec().getTls()).isNotEmpty());
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void the_callers_address_is_told_by_the_gateway_and_to_the_gateway_by_nobody(String service) {
        Map<String, String> settings = settings(manifests("prod"), service);
        if (service.equals("gateway")) {
            assertThat(settings).doesNotContainKeys("QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING", "QUARKUS_HTTP_PROXY_TRUSTED_PROXIES");
            return;
        }
        assertThat(settings).containsEntry("QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING", "true");
        assertThat(settings.get("QUARKUS_HTTP_PROXY_TRUSTED_PROXIES").split(",")).doesNotContain("").noneMatch(network -> network.endsWith("/0"));
        assertThat(ways(manifests("prod")).stream().filter(way -> way.endsWith(" -> " + service + " " + settings.get("QUARKUS_HTTP_PORT")))
                .filter(way -> way.startsWith("in: "))).singleElement().asString().startsWith("in: gateway ");
    }

    // ---- network ----------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void the_network_is_closed_but_for_the_documented_ways(String overlay) {
        Manifests manifests = manifests(overlay);
        assertThat(manifests.one(NetworkPolicy.class, "default-deny").getSpec()).satisfies(spec -> {
            assertThat(spec.getPodSelector().getMatchLabels()).isEmpty();
            assertThat(spec.getPolicyTypes()).containsExactlyInAnyOrder("Ingress", "Egress");
            assertThat(spec.getIngress()).isEmpty();
            assertThat(spec.getEgress()).isEmpty();
        });
        assertThat(ways(manifests)).containsExactlyInAnyOrderElementsOf(documentedWays());
    }

    @Test
    void a_way_out_has_a_way_in() {
        List<String> ways = ways(manifests("prod"));
        for (String service : List.of("patient-service", "session-service", "outcome-service")) {
            String port = settings(manifests("prod"), service).get("QUARKUS_HTTP_PORT");
            assertThat(ways).contains("out: gateway -> " + service + " " + port, "in: gateway -> " + service + " " + port);
        }
    }

    private static List<String> ways(Manifests manifests) {
        List<String> ways = new ArrayList<>();
        for (NetworkPolicy policy : manifests.all(NetworkPolicy.class)) {
            String here = policy.getSpec().getPodSelector().getMatchLabels().getOrDefault("app.kubernetes.io/name", "every pod");
            policy.getSpec().getIngress().forEach(rule -> addWays(ways, rule.getFrom(), rule.getPorts(), "in: %s -> " + here + " %s"));
            policy.getSpec().getEgress().forEach(rule -> addWays(ways, rule.getTo(), rule.getPorts(), "out: " + here + " -> %s %s"));
        }
        return ways;
    }

    private static void addWays(List<String> ways, List<NetworkPolicyPeer> peers, List<NetworkPolicyPort> ports, String form) {
        assertThat(peers).as("a rule without a peer opens the way to everyone").isNotEmpty();
        assertThat(ports).as("a rule without a port opens every port").isNotEmpty();
        for (NetworkPolicyPeer peer : peers) {
            Map<String, String> labels = new TreeMap<>();
            if (peer.getPodSelector() != null) {
                labels.putAll(peer.getPodSelector().getMatchLabels());
            } else {
                labels.putAll(peer.getNamespaceSelector().getMatchLabels());
            }
            assertThat(labels).hasSize(1);
            String name = labels.entrySet().iterator().next().getValue().equals("true")
                    ? labels.keySet().iterator().next() : labels.values().iterator().next();
            ports.forEach(port -> ways.add(form.formatted(name, port.getPort().getValue()) + ("UDP".equals(port.getProtocol()) ? "/UDP" : "")));
        }
    }

    /** Rows "| out | from | to | 1, 2 |" of the README's table of ways. */
    private static List<String> documentedWays() {
        return Pattern.compile("(?m)^\\| (in|out) \\| `?([a-z./ -]+?)`? \\| `?([a-z./ -]+?)`? \\| ([0-9A-Z/, ]+) \\|").matcher(readme()).results()
                .flatMap(row -> Stream.of(row.group(4).split(", ")).map(port -> row.group(1) + ": " + row.group(2) + " -> " + row.group(3) + " " + port))
                .toList();
    }

    // ---- helpers ----------------------------------------------------------------------------------------------

    private static List<Map<String, Object>> rendered(String overlay) {
        return Kustomization.render(KUBERNETES.resolve("overlays/" + overlay));
    }

    private static Manifests manifests(String overlay) {
        return Manifests.of(rendered(overlay));
    }

    private static Map<String, Map<String, Object>> byName(List<Map<String, Object>> documents) {
        Map<String, Map<String, Object>> byName = new TreeMap<>();
        documents.forEach(document -> byName.put(document.get("kind") + "/" + Tree.at(document, "metadata", "name"), document));
        assertThat(byName).hasSameSizeAs(documents);
        return byName;
    }

    private static Map<String, Object> deployment(List<Map<String, Object>> documents, String name) {
        return documents.stream().filter(document -> "Deployment".equals(document.get("kind")) && name.equals(Tree.at(document, "metadata", "name")))
                .findFirst().orElseThrow();
    }

    private static PodSpec pod(Deployment deployment) {
        return deployment.getSpec().getTemplate().getSpec();
    }

    private static Container container(Manifests manifests, String service) {
        return pod(manifests.one(Deployment.class, service)).getContainers().getFirst();
    }

    private static Map<String, String> settings(Manifests manifests, String service) {
        String name = container(manifests, service).getEnvFrom().getFirst().getConfigMapRef().getName();
        return manifests.one(ConfigMap.class, name).getData();
    }

    private static String probe(Probe probe) {
        HTTPGetAction get = probe.getHttpGet();
        return get.getPort().getStrVal() + " " + get.getPath();
    }

    private static String port(Container container, String name) {
        return container.getPorts().stream().filter(port -> port.getName().equals(name))
                .map(port -> Integer.toString(port.getContainerPort())).findFirst().orElseThrow();
    }

    private static List<String> documented(String row) {
        Matcher rows = Pattern.compile("(?m)^" + row).matcher(readme());
        return rows.results().map(found -> found.group(1)).toList();
    }

    private static String readme() {
        return House.text(KUBERNETES.resolve("README.md"));
    }

    private static boolean onPath(String program) {
        return Stream.of(System.getenv("PATH").split(":")).anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
