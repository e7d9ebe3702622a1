package health.stillpoint.bench;

import health.stillpoint.local.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a training run keeps for later starts, made as each container image makes it (docs/adr/0009). */
final class KeptStart {

    /** Beside the program, which starts in its own directory. */
    private static final String FILE = "start.aot";

    private KeptStart() { }

    /** The options that let each program start from what was kept. */
    static List<String> options() {
        return List.of("-XX:AOTCache=" + FILE, "-Xlog:aot*=off");
    }

    /** Runs the training of one program; takes half a minute. */
    static void keep(Program program, Path root, Path log, List<String> javaOptions) throws IOException, InterruptedException {
        Path directory = root.resolve(program.module()).resolve("target/quarkus-app");
        Files.deleteIfExists(directory.resolve(FILE));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(javaOptions);
        command.addAll(List.of("-Xlog:aot*=off", "-XX:AOTCacheOutput=" + FILE, "-Dquarkus.profile=training", "-jar", "quarkus-run.jar"));
        int code = new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true).redirectOutput(log.toFile()).start().waitFor();
        if (code != 0 || !Files.exists(directory.resolve(FILE))) {
            throw new BenchFailure("the training run of " + program.module() + " ended with code " + code + ", see " + log);
        }
    }
}
