package health.stillpoint.system.ship;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContainerfileTest {

    private static final String RECIPE = House.text("deploy/containers/Containerfile");

    @Test
    void the_recipe_keeps_the_rules() {
        assertThat(faults(RECIPE)).isEmpty();
    }

    @Test
    void a_broken_rule_is_found() {
        assertThat(faults(RECIPE.replace("USER 10001:10001", "USER root"))).containsExactly("the program runs as root");
        assertThat(faults(RECIPE.replace("USER 10001:10001\n", ""))).containsExactly("the program runs as root");
        assertThat(faults(RECIPE.replace("25-jre-noble", "latest"))).containsExactly("base eclipse-temurin:latest is not pinned");
        assertThat(faults(RECIPE.replace("COPY --chown=0:0 lib/", "ADD lib/"))).containsExactly("ADD lib/ /opt/stillpoint/lib/");
        assertThat(faults(RECIPE.replace("COPY --chown=0:0 app/", "COPY --chown=10001 app/"))).containsExactly("the program owns its own files");
        assertThat(faults(RECIPE.replace("ENTRYPOINT [\"java\",", "ENTRYPOINT java #"))).containsExactly("ENTRYPOINT runs through a shell");
        assertThat(faults(RECIPE + "\nENV DATABASE_PASSWORD=x")).containsExactly("ENV holds a secret");
        assertThat(faults(RECIPE.replaceAll("(?s)HEALTHCHECK.*?\\n(?=ENTRYPOINT)", ""))).containsExactly("no HEALTHCHECK");
    }

    @Test
    void what_changes_seldom_comes_first() {
        assertThat(RECIPE.indexOf("lib/ /opt")).isLessThan(RECIPE.indexOf("app/ /opt"));
    }

    private static List<String> faults(String recipe) {
        List<String> faults = new ArrayList<>();
        List<String[]> steps = recipe.replaceAll("(?m)^#.*\\n", "").replaceAll("\\\\\\n\\s*", " ").lines()
                .filter(line -> !line.isBlank()).map(line -> line.split("\\s+", 2)).toList();
        Map<String, String> last = new LinkedHashMap<>();
        steps.forEach(step -> last.put(step[0], step[1]));
        for (String[] step : steps) {
            switch (step[0]) {
                case "ARG" -> require(faults, !step[1].startsWith("BASE_IMAGE=") || pinned(step[1].substring("BASE_IMAGE=".length())),
                        "base " + step[1].replace("BASE_IMAGE=", "") + " is not pinned");
                case "FROM" -> require(faults, step[1].equals("${BASE_IMAGE}"), "FROM does not take the base by argument");
                case "ADD" -> faults.add("ADD " + step[1]);
                case "COPY" -> require(faults, step[1].startsWith("--chown=0:0 "), "the program owns its own files");
                case "ENV" -> require(faults, !Secrets.namesOne(step[1]), "ENV holds a secret");
                case "USER", "WORKDIR", "STOPSIGNAL", "HEALTHCHECK", "ENTRYPOINT" -> { }
                default -> faults.add("unknown step " + step[0]);
            }
        }
        require(faults, last.getOrDefault("USER", "root").matches("[1-9]\\d*:[1-9]\\d*"), "the program runs as root");
        require(faults, last.getOrDefault("ENTRYPOINT", "").startsWith("["), "ENTRYPOINT runs through a shell");
        require(faults, last.containsKey("HEALTHCHECK"), "no HEALTHCHECK");
        return faults;
    }

    private static boolean pinned(String image) {
        return image.matches(".+(:(?!latest$)[\\w.-]+|@sha256:[0-9a-f]{64})");
    }

    private static void require(List<String> faults, boolean holds, String fault) {
        if (!holds) {
            faults.add(fault);
        }
    }
}
