package health.stillpoint.system.ship;

import static health.stillpoint.system.ship.Tree.at;
import static health.stillpoint.system.ship.Tree.maps;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ObservabilityTest {

    private static final Pattern OUR_METRIC_IN_CODE = Pattern.compile("\"((?:stillpoint|gateway)\\.[a-z][a-z.-]+)\"");
    private static final Pattern METRIC_IN_EXPRESSION = Pattern.compile("\\b((?:stillpoint|gateway)_[a-z_]+)\\b");
    private static final List<String> SUFFIXES = List.of("_total", "_seconds_count", "_seconds_sum", "_seconds_max", "_seconds", "_bytes");

    @Test
    void every_metric_we_watch_is_one_the_code_makes() throws IOException {
        Set<String> made = metricsInCode();
        List<String> watched = Stream.concat(alerts().stream().map(alert -> (String) alert.get("expr")), dashboardExpressions().stream())
                .flatMap(expression -> METRIC_IN_EXPRESSION.matcher(expression).results().map(found -> found.group(1))).distinct().toList();
        assertThat(watched).hasSizeGreaterThan(5).allSatisfy(metric -> assertThat(made).contains(withoutSuffix(metric)));
    }

    @Test
    void every_alert_says_how_urgent_it_is_and_what_to_do() {
        String readme = House.text("deploy/observability/README.md");
        assertThat(alerts()).isNotEmpty().allSatisfy(alert -> {
            assertThat(at(alert, "labels", "severity")).isIn("page", "ticket");
            assertThat((String) at(alert, "annotations", "summary")).isNotBlank();
            assertThat(readme).contains("\n### " + alert.get("alert") + "\n");
            assertThat(at(alert, "annotations", "runbook")).isEqualTo("README.md#" + ((String) alert.get("alert")).toLowerCase());
        });
        assertThat(alerts()).extracting(alert -> alert.get("alert")).doesNotHaveDuplicates();
    }

    @Test
    void the_scraper_asks_the_port_and_path_the_pods_announce() {
        Map<String, Object> prometheus = Tree.document(House.text("deploy/observability/prometheus.yml"));
        assertThat(prometheus.get("rule_files")).isEqualTo(List.of("alerts.yml"));
        for (Map<String, Object> job : maps(prometheus.get("scrape_configs"))) {
            assertThat(job.get("metrics_path")).isEqualTo("/q/metrics");
        }
        Map<String, Object> local = maps(prometheus.get("scrape_configs")).getLast();
        List<String> services = maps(local.get("static_configs")).stream().map(target -> (String) at(target, "labels", "service")).toList();
        assertThat(services).containsExactlyInAnyOrderElementsOf(House.SERVICES);
        for (String service : House.SERVICES) {
            Map<String, Object> deployment = Tree.document(House.text("deploy/kubernetes/base/" + service + "/deployment.yaml"));
            assertThat(at(deployment, "spec", "template", "metadata", "annotations", "prometheus.io/path")).isEqualTo("/q/metrics");
            String port = (String) at(deployment, "spec", "template", "metadata", "annotations", "prometheus.io/port");
            assertThat(maps(local.get("static_configs"))).anySatisfy(target -> {
                assertThat(at(target, "labels", "service")).isEqualTo(service);
                assertThat(target.get("targets")).isEqualTo(List.of("localhost:" + port));
            });
        }
    }

    private static List<Map<String, Object>> alerts() {
        return maps(Tree.document(House.text("deploy/observability/alerts.yml")).get("groups")).stream()
                .flatMap(group -> maps(group.get("rules")).stream()).toList();
    }

    private static List<String> dashboardExpressions() throws IOException {
        JsonNode dashboard = new ObjectMapper().readTree(House.text("deploy/observability/dashboard.json"));
        return new ArrayList<>(dashboard.findValuesAsText("expr"));
    }

    private static String withoutSuffix(String metric) {
        return SUFFIXES.stream().filter(metric::endsWith).findFirst()
                .map(suffix -> metric.substring(0, metric.length() - suffix.length())).orElse(metric);
    }

    private static Set<String> metricsInCode() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String module : List.of("service-kit/web", "service-kit/core", "gateway", "patient-service", "session-service", "outcome-service")) {
            Path sources = House.file(module + "/src/main/java");
            if (Files.exists(sources)) {
                try (Stream<Path> files = Files.walk(sources)) {
                    names.addAll(files.filter(file -> file.toString().endsWith(".java")).map(House::text)
                            .flatMap(text -> OUR_METRIC_IN_CODE.matcher(text).results().map(found -> found.group(1)))
                            .map(name -> name.replaceAll("[.-]", "_")).collect(Collectors.toSet()));
                }
            }
        }
        return names;
    }
}
