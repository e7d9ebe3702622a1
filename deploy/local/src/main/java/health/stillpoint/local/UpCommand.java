package health.stillpoint.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import sun.misc.Signal;

/** Starts everything, says where it is, and stays until a signal ends it. */
final class UpCommand {

    private static final int PARTS_LOG_BYTES = 5_000_000;

    private final Home home;
    private final Path root;
    private final Map<String, String> environment;
    private final CountDownLatch asked = new CountDownLatch(1);
    private volatile boolean ready;

    UpCommand(Home home, Path root, Map<String, String> environment) {
        this.home = home;
        this.root = root;
        this.environment = environment;
    }

    int run(String[] arguments) throws IOException, InterruptedException {
        boolean keycloak = asksForKeycloak(arguments);
        var launcher = RunningStack.launcher(home);
        if (launcher.isPresent()) {
            say("Already running (pid " + launcher.get().pid() + "). ./stillpoint status shows how it is, ./stillpoint down stops it.");
            return 0;
        }
        if (!home.exists()) {
            StackPorts.from(environment).requireFree(); // what a killed run may have left there does not hold them, so nothing is made in vain
        }
        home.create();
        logPartsToFile();
        try (LocalStack stack = stack(keycloak)) {
            onSignal(() -> stop(stack));
            stack.start();
            ready = true;
            Files.writeString(home.run("ready"), "");
            say(FinalPage.of(stack, home));
            asked.await();
            say("Stopping");
            Files.deleteIfExists(home.run("ready"));
        } catch (StackException failed) {
            if (asked.getCount() > 0) {
                throw failed;
            }
            say("Stopped before everything was ready.");
            return 1;
        }
        say("Stopped. The data is kept in " + home.path() + ".");
        return 0;
    }

    private static boolean asksForKeycloak(String[] arguments) {
        for (String argument : arguments) {
            if (!argument.equals("--keycloak")) {
                throw new StackException("up knows no \"" + argument + "\". ./stillpoint help lists what it knows.");
            }
        }
        return arguments.length > 0;
    }

    private LocalStack stack(boolean keycloak) {
        return LocalStack.builder()
                .home(home.path())
                .repository(root)
                .ports(StackPorts.from(environment))
                .javaOptions(javaOptions())
                .selfContained(true)
                .keycloak(keycloak)
                .progress(UpCommand::say)
                .build();
    }

    /** Wakes the waiting main thread; a stack that still starts is stopped from here, which ends its start. */
    private void stop(LocalStack stack) {
        asked.countDown();
        if (!ready) {
            stack.close();
        }
    }

    private List<String> javaOptions() {
        List<String> options = new ArrayList<>(LocalStack.Builder.JAVA_OPTIONS);
        String more = environment.getOrDefault("STILLPOINT_JAVA_OPTIONS", "").trim();
        if (!more.isEmpty()) {
            options.addAll(List.of(more.split("\\s+")));
        }
        return options;
    }

    private static void onSignal(Runnable stop) {
        for (String name : List.of("INT", "TERM", "HUP")) {
            Signal.handle(new Signal(name), signal -> stop.run());
        }
    }

    private void logPartsToFile() throws IOException {
        LogManager.getLogManager().reset();
        Handler file = new FileHandler(home.log("parts").toString(), PARTS_LOG_BYTES, 1, true);
        System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT.%1$tL %4$s %3$s %5$s%6$s%n");
        file.setFormatter(new SimpleFormatter());
        Logger.getLogger("").addHandler(file);
        Logger.getLogger("").setLevel(Level.WARNING);
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
