package health.stillpoint.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shell script, in a repository of a few files, with a Maven that only notes that it ran. */
class LauncherScriptTest {

    private static final List<String> TOOLS = List.of(
            "sh", "awk", "cat", "cksum", "date", "df", "dirname", "find", "grep", "head", "ls", "mkdir", "ps", "readlink",
            "rm", "rmdir", "sed", "setsid", "sleep", "sort", "tail", "tee", "tr");

    /** Builds what the script expects and writes one line for each run. */
    private static final String MAVEN = """
            #!/bin/sh
            echo "$JAVA_HOME" >> maven-runs
            [ -f maven-says ] && { cat maven-says; exit 1; }
            mkdir -p deploy/local/target/lib
            cat deploy/local/src/main/java/A.java > deploy/local/target/stillpoint-local-0.1.0.jar
            for module in patient-service session-service outcome-service gateway; do
              mkdir -p $module/target/quarkus-app/app $module/target/quarkus-app/quarkus
              cat $module/src/main/java/A.java > $module/target/quarkus-app/app/a.jar
              : > $module/target/quarkus-app/quarkus-run.jar
            done
            """;

    @TempDir
    Path repository;

    @TempDir
    Path machine;

    private Path jdks;

    @BeforeEach
    void aRepositoryAndAMachine() throws IOException {
        Path script = Path.of("../../stillpoint").toAbsolutePath().normalize();
        Files.copy(script, repository.resolve("stillpoint"));
        executable(repository.resolve("stillpoint"));
        Files.writeString(repository.resolve("pom.xml"), "<project/>");
        for (String module : List.of("deploy/local", "service-kit/core", "patient-service", "session-service", "outcome-service", "gateway")) {
            Files.createDirectories(repository.resolve(module).resolve("src/main/java"));
            Files.createDirectories(repository.resolve(module).resolve("src/test/java"));
            Files.writeString(repository.resolve(module).resolve("pom.xml"), "<project/>");
            Files.writeString(repository.resolve(module).resolve("src/main/java/A.java"), "class A {}");
        }
        Files.createDirectories(machine.resolve("bin"));
        for (String tool : TOOLS) {
            Path real = Stream.of("/bin/", "/usr/bin/").map(at -> Path.of(at + tool)).filter(Files::exists).findFirst().orElseThrow();
            Files.createSymbolicLink(machine.resolve("bin").resolve(tool), real);
        }
        jdks = Files.createDirectories(machine.resolve("jdks"));
    }

    @Nested
    class ChoosingTheJdk {

        @BeforeEach
        void aMaven() throws IOException {
            installMaven();
        }

        @Test
        void takesTheOneThatIsNewEnough() throws Exception {
            aJdk("java-17", "17.0.9");
            Path right = aJdk("temurin-25", "25.0.1");

            assertThat(run(Map.of(), "mvn", "-v").code()).isZero();
            assertThat(mavenRuns()).containsExactly(right.toString());
        }

        @Test
        void passesOverAJavaHomeThatIsTooOld() throws Exception {
            Path old = aJdk("java-17", "17.0.9");
            Path right = aJdk("temurin-25", "25.0.1");

            assertThat(run(Map.of("JAVA_HOME", old.toString()), "mvn", "-v").code()).isZero();
            assertThat(mavenRuns()).containsExactly(right.toString());
        }

        @Test
        void prefersAJavaHomeThatSuits() throws Exception {
            aJdk("temurin-25", "25.0.1");
            Path chosen = aJdk("own-26", "26");

            assertThat(run(Map.of("JAVA_HOME", chosen.toString()), "mvn", "-v").code()).isZero();
            assertThat(mavenRuns()).containsExactly(chosen.toString());
        }

        @Test
        void takesTheOneOnThePathWhenItSuits() throws Exception {
            Path onPath = aJdk("elsewhere", "25");
            Files.createSymbolicLink(machine.resolve("bin/javac"), onPath.resolve("bin/javac"));

            assertThat(run(Map.of("STILLPOINT_JDKS", "/nowhere"), "mvn", "-v").code()).isZero();
            assertThat(mavenRuns()).containsExactly(onPath.toString());
        }

        @Test
        void saysInOneLineWhatToInstall() throws Exception {
            aJdk("java-17", "17.0.9");

            Outcome outcome = run(Map.of(), "build");

            assertThat(outcome.code()).isEqualTo(1);
            assertThat(outcome.lines()).singleElement().asString().startsWith("stillpoint: a JDK 25 or newer is needed");
        }
    }

    @Nested
    class WithoutMaven {

        @Test
        void saysInOneLineWhatToInstall() throws Exception {
            aJdk("temurin-25", "25.0.1");

            for (String command : List.of("build", "test", "mvn", "up")) {
                Outcome outcome = run(Map.of(), command);
                assertThat(outcome.code()).isEqualTo(1);
                assertThat(outcome.lines()).singleElement().asString().contains("Maven is needed").contains("apt-get install maven");
            }
        }
    }

    @Nested
    class Building {

        @BeforeEach
        void aJdkAndAMaven() throws IOException {
            aJdk("temurin-25", "25.0.1");
            installMaven();
        }

        @Test
        void happensOnceForTheSameSources() throws Exception {
            assertThat(run(Map.of(), "build").lines()).hasSize(2).first().asString().startsWith("Building");
            assertThat(run(Map.of(), "build").lines()).isEmpty();
            assertThat(mavenRuns()).hasSize(1);
        }

        @Test
        void doesNotHappenForANewTimeAlone() throws Exception {
            run(Map.of(), "build");
            Files.setLastModifiedTime(source("gateway"), FileTime.from(Instant.now().plusSeconds(60)));

            run(Map.of(), "build");

            assertThat(mavenRuns()).hasSize(1);
        }

        @Test
        void happensForOtherContentWithTheSameTime() throws Exception {
            run(Map.of(), "build");
            FileTime time = Files.getLastModifiedTime(source("gateway"));
            Files.writeString(source("gateway"), "class B {}");
            Files.setLastModifiedTime(source("gateway"), time);

            run(Map.of(), "build");

            assertThat(mavenRuns()).hasSize(2);
        }

        @Test
        void happensWhenAFileIsAddedMovedOrRemoved() throws Exception {
            run(Map.of(), "build");
            Path added = source("service-kit/core").resolveSibling("B file.java");
            Files.writeString(added, "class B {}");
            run(Map.of(), "build");
            Files.move(added, added.resolveSibling("C.java"));
            run(Map.of(), "build");
            Files.delete(added.resolveSibling("C.java"));
            run(Map.of(), "build");

            assertThat(mavenRuns()).hasSize(4);
        }

        @Test
        void happensWhenAPomChanges() throws Exception {
            run(Map.of(), "build");
            Files.writeString(repository.resolve("service-kit/core/pom.xml"), "<project><a/></project>");

            run(Map.of(), "build");

            assertThat(mavenRuns()).hasSize(2);
        }

        @Test
        void doesNotHappenForATest() throws Exception {
            run(Map.of(), "build");
            Files.writeString(repository.resolve("gateway/src/test/java/ATest.java"), "class ATest {}");

            run(Map.of(), "build");

            assertThat(mavenRuns()).hasSize(1);
        }

        @Test
        void happensWhenAnotherBuildLeftOtherProducts() throws Exception {
            run(Map.of(), "build");
            Files.writeString(repository.resolve("gateway/target/quarkus-app/app/a.jar"), "of another branch");

            run(Map.of(), "build");

            assertThat(mavenRuns()).hasSize(2);
        }

        @Test
        void happensAgainAfterAFailure() throws Exception {
            Files.writeString(repository.resolve("maven-says"), "[ERROR] A.java:[1,1] cannot find symbol\n");
            Outcome failed = run(Map.of(), "build");
            Files.delete(repository.resolve("maven-says"));
            Outcome repeated = run(Map.of(), "build");

            assertThat(failed.code()).isEqualTo(1);
            assertThat(failed.lines()).anyMatch(line -> line.contains("cannot find symbol"));
            assertThat(repeated.code()).isZero();
            assertThat(mavenRuns()).hasSize(2);
        }

        @Test
        void saysInOneLineThatTheNetworkIsMissing() throws Exception {
            Files.writeString(repository.resolve("maven-says"), "[ERROR] Could not transfer artifact a:b:pom:1: Unknown host\n");

            Outcome outcome = run(Map.of(), "build");

            assertThat(outcome.code()).isEqualTo(1);
            assertThat(outcome.lines()).hasSize(2).last().asString().startsWith("stillpoint: Maven could not fetch what the build needs.");
        }

        @Test
        void takesOverTheLockOfABuildThatDied() throws Exception {
            Files.createDirectories(repository.resolve(".stillpoint/building"));
            Files.writeString(repository.resolve(".stillpoint/building/pid"), "999999999");

            assertThat(run(Map.of(), "build").code()).isZero();
            assertThat(mavenRuns()).hasSize(1);
            assertThat(repository.resolve(".stillpoint/building")).doesNotExist();
        }
    }

    @Nested
    class Testing {

        @Test
        void countsTheCasesOfNestedClassesAndFailsWithMaven() throws Exception {
            // Given
            aJdk("temurin-25", "25.0.1");
            Files.writeString(machine.resolve("bin/mvn"), """
                    #!/bin/sh
                    mkdir -p gateway/target/surefire-reports
                    cat > gateway/target/surefire-reports/TEST-a.xml <<'XML'
                    <testsuite name="a" tests="0" errors="0" skipped="0" failures="0">
                      <testcase name="one"/>
                      <testcase name="two"><system-out>x</system-out></testcase>
                      <testcase name="three">
                        <failure message="no"/>
                      </testcase>
                      <testcase name="four">
                        <skipped/>
                      </testcase>
                    </testsuite>
                    XML
                    exit 1
                    """);
            executable(machine.resolve("bin/mvn"));

            // When
            Outcome outcome = run(Map.of(), "test");

            // Then
            assertThat(outcome.code()).isEqualTo(1);
            assertThat(outcome.lines()).anyMatch(line -> line.startsWith("FAILED: 4 tests, 1 failed, 1 skipped"));
        }

        @Test
        void saysThatTheNetworkIsMissingWhenNothingWasTested() throws Exception {
            aJdk("temurin-25", "25.0.1");
            installMaven();
            Files.writeString(repository.resolve("maven-says"), "[ERROR] Could not transfer artifact a:b:pom:1: Unknown host\n");

            Outcome outcome = run(Map.of(), "test");

            assertThat(outcome.code()).isEqualTo(1);
            assertThat(outcome.lines()).anyMatch(line -> line.startsWith("Maven could not fetch what the build needs."));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"up", "down", "status", "logs", "token", "demo", "test", "bench", "build", "jdk"})
    void saysHowACommandIsUsedOnAMachineWithNothing(String command) throws Exception {
        for (String asking : List.of("--help", "-h")) {
            Outcome outcome = run(Map.of(), command, asking);

            assertThat(outcome.code()).isZero();
            assertThat(outcome.lines()).hasSizeGreaterThan(1).first().isEqualTo("usage:");
            assertThat(outcome.lines()).filteredOn(line -> line.startsWith("  ./stillpoint")).singleElement().asString()
                    .startsWith("  ./stillpoint " + command + " ");
        }
    }

    @Test
    void saysEveryOptionOfTheDemonstration() throws Exception {
        assertThat(String.join(" ", run(Map.of(), "demo", "--walkthrough", "--help").lines()))
                .contains("--walkthrough", "--patients", "--gateway", "--issuer", "--operator");
    }

    @Test
    void refusesACommandItDoesNotKnow() throws Exception {
        Outcome outcome = run(Map.of(), "fly");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.lines()).singleElement().asString().contains("unknown command \"fly\"");
    }

    @Test
    void refusesAWordItDoesNotKnow() throws Exception {
        Outcome outcome = run(Map.of(), "up", "--detach", "--keyclock");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.lines()).singleElement().asString().contains("up knows no \"--keyclock\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"status foo", "status --json", "down now", "build all", "jdk 25", "help status"})
    void refusesAWordWhereNoneBelongs(String line) throws Exception {
        String[] words = line.split(" ");

        Outcome outcome = run(Map.of(), words);

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.lines()).singleElement().asString().startsWith("stillpoint: " + words[0] + " knows no \"" + words[1] + "\".");
    }

    @Test
    void leavesNothingOfAFirstStartThatIsRefused() throws Exception {
        // Given
        Path java = aJdk("temurin-25", "25.0.1").resolve("bin/java");
        Files.writeString(java, "#!/bin/sh\necho 'stillpoint: Port 8080 (gateway) is taken.' >&2\nexit 1\n");
        executable(java);
        installMaven();
        run(Map.of(), "build");
        Path home = machine.resolve("new/home");

        for (String[] words : List.of(new String[] {"up"}, new String[] {"up", "--detach"})) {
            // When
            Outcome outcome = run(Map.of("STILLPOINT_HOME", home.toString()), words);

            // Then
            assertThat(outcome.code()).isEqualTo(1);
            assertThat(outcome.lines()).containsExactly("stillpoint: Port 8080 (gateway) is taken.");
            assertThat(home).doesNotExist();
        }
    }

    @Test
    void saysInOneLineThatItCannotWriteToItsHome() throws Exception {
        aJdk("temurin-25", "25.0.1");
        installMaven();
        run(Map.of(), "build");
        Path file = Files.writeString(machine.resolve("a-file"), "");

        Outcome outcome = run(Map.of("STILLPOINT_HOME", file.resolve("home").toString()), "up");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.lines()).singleElement().isEqualTo("stillpoint: cannot write to " + file.resolve("home") + ".");
    }

    @Test
    void tailsOnlyLogsOfItsOwn() throws Exception {
        Files.createDirectories(repository.resolve(".stillpoint/logs"));
        Files.writeString(repository.resolve(".stillpoint/logs/gateway.log"), "hello\n");

        assertThat(run(Map.of(), "logs", "gateway").lines()).containsExactly("hello");
        assertThat(run(Map.of(), "logs", "../secrets").code()).isEqualTo(1);
        assertThat(run(Map.of(), "logs", "nobody").lines()).singleElement().asString().contains("there are: gateway");
        assertThat(run(Map.of(), "logs", "gateway", "patient-service").code()).isEqualTo(1);
    }

    @Test
    void saysThatThereAreNoLogsYet() throws Exception {
        Outcome outcome = run(Map.of(), "logs");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.lines()).containsExactly("stillpoint: there are no logs yet. ./stillpoint up builds and starts everything.");
    }

    private Path source(String module) {
        return repository.resolve(module).resolve("src/main/java/A.java");
    }

    private List<String> mavenRuns() throws IOException {
        return Files.readAllLines(repository.resolve("maven-runs"));
    }

    private void installMaven() throws IOException {
        Path maven = machine.resolve("bin/mvn");
        Files.writeString(maven, MAVEN);
        executable(maven);
    }

    private Path aJdk(String name, String version) throws IOException {
        Path jdk = Files.createDirectories(jdks.resolve(name)).toRealPath();
        Files.createDirectories(jdk.resolve("bin"));
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
        Files.writeString(jdk.resolve("bin/javac"), "#!/bin/sh\n");
        executable(jdk.resolve("bin/javac"));
        return jdk;
    }

    private static void executable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Outcome run(Map<String, String> environment, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(repository.resolve("stillpoint").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(machine.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", machine.resolve("bin").toString());
        builder.environment().put("HOME", machine.toString());
        builder.environment().put("STILLPOINT_JDKS", jdks + "/*");
        builder.environment().putAll(environment);
        Process process = builder.start();
        List<String> lines = process.inputReader().readAllLines();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Outcome(process.exitValue(), lines);
    }

    private record Outcome(int code, List<String> lines) {}
}
