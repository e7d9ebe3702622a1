package health.stillpoint.local;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Stops a running stack, or what is left of a killed one. */
final class DownCommand {

    private static final int PATIENCE_SECONDS = 60;

    private final Home home;

    DownCommand(Home home) {
        this.home = home;
    }

    int run() throws Exception {
        var launcher = RunningStack.launcher(home);
        if (launcher.isPresent()) {
            stop(launcher.get());
        } else {
            home.create();
            endLeftovers();
        }
        return 0;
    }

    private void stop(ProcessHandle launcher) throws Exception {
        launcher.destroy();
        try {
            launcher.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            System.out.println("Stopped. The data is kept in " + home.path() + ".");
        } catch (TimeoutException stubborn) {
            throw new StackException("Stillpoint (pid " + launcher.pid() + ") did not stop within " + PATIENCE_SECONDS
                    + " s; " + home.log("launcher") + " may say why.", stubborn);
        }
    }

    private void endLeftovers() {
        HomeLock lock = HomeLock.take(home);
        try {
            Leftovers.end(home, System.out::println);
            System.out.println("Nothing of Stillpoint runs on " + home.path() + ".");
        } finally {
            lock.release();
        }
    }
}
