package health.stillpoint.system.ship;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

    @Test
    void every_start_uses_what_the_training_run_kept() {
        assertThat(faults(RECIPE.replace("AOTCacheOutput=/opt/stillpoint/start.aot", "AOTCacheOutput=/tmp/start.aot")))
                .containsExactly("the start does not use what the training run keeps");
        assertThat(faults(RECIPE.replace("ENV JAVA_TOOL_OPTIONS=\"-XX:+UseSerialGC", "ENV JAVA_TOOL_OPTIONS=\"-XX:+UseParallelGC")))
                .containsExactly("the training run has another collector or other headers than the start");
        assertThat(faults(RECIPE.replace("-Xlog:aot*=off\", \"-jar\"", "-XX:AOTMode=on\", \"-jar\"")))
                .containsExactly("a start without the cache is not silent or not allowed");
        assertThat(faults(RECIPE.replaceAll(" \\\\\\n *&& rm -rf /tmp/\\*", "")))
                .containsExactly("the training run leaves root's files in /tmp");
        assertThat(faults(RECIPE + "\nRUN apt-get update")).containsExactly("RUN apt-get update");
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
                case "RUN" -> require(faults, step[1].contains("-Dquarkus.profile=training"), "RUN " + step[1]);
                case "USER", "WORKDIR", "STOPSIGNAL", "HEALTHCHECK", "ENTRYPOINT" -> { }
                default -> faults.add("unknown step " + step[0]);
            }
        }
        require(faults, last.getOrDefault("USER", "root").matches("[1-9]\\d*:[1-9]\\d*"), "the program runs as root");
        require(faults, last.getOrDefault("ENTRYPOINT", "").startsWith("["), "ENTRYPOINT runs through a shell");
        require(faults, last.containsKey("HEALTHCHECK"), "no HEALTHCHECK");
        training(faults, steps, last.getOrDefault("ENTRYPOINT", ""));
        return faults;
    }

    /** A cache holds for the options it was made with; one that does not fit must cost time and nothing else. */
    private static void training(List<String> faults, List<String[]> steps, String start) {
        String run = steps.stream().filter(step -> step[0].equals("RUN")).findFirst().map(step -> step[1]).orElse("");
        String kept = word(run, "-XX:AOTCacheOutput=(\\S+)");
        require(faults, !kept.isEmpty() && kept.equals(word(start, "-XX:AOTCache=(\\S+?)\"")),
                "the start does not use what the training run keeps");
        require(faults, run.endsWith("&& rm -rf /tmp/*"), "the training run leaves root's files in /tmp");
        List<List<String>> layouts = steps.stream().filter(step -> step[0].equals("ENV") && step[1].contains("JAVA_TOOL_OPTIONS="))
                .map(step -> layout(word(step[1], "JAVA_TOOL_OPTIONS=\"([^\"]+)\""))).distinct().toList();
        require(faults, layouts.size() == 1 && !layouts.getFirst().isEmpty(),
                "the training run has another collector or other headers than the start");
        require(faults, start.contains("-Xlog:aot*=off") && !start.contains("AOTMode"), "a start without the cache is not silent or not allowed");
    }

    /** What decides how objects lie in memory. */
    private static List<String> layout(String options) {
        return Stream.of(options.split(" ")).filter(option -> option.matches("-XX:\\+Use.+(GC|Headers)")).sorted().toList();
    }

    private static String word(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        return matcher.find() ? matcher.group(1) : "";
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
