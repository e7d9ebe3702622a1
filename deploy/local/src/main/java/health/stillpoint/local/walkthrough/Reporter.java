package health.stillpoint.local.walkthrough;

import java.io.PrintStream;
import java.time.Duration;

/** Who is told how the path goes. */
public interface Reporter {

    /** A step begins. */
    void step(String title);

    /** Something was decided, and why. */
    void decided(String what, String why);

    /** Something was refused, as it should be. */
    void refused(String what, String why);

    /** The clinic's clock was moved on. */
    default void clockMoved(Duration by) {}

    /** Tells nobody. */
    static Reporter quiet() {
        return new Reporter() {
            @Override
            public void step(String title) {}

            @Override
            public void decided(String what, String why) {}

            @Override
            public void refused(String what, String why) {}
        };
    }

    /** Writes numbered steps for a person to read. */
    static Reporter to(PrintStream out) {
        return new Reporter() {
            private int steps;
            private Duration moved = Duration.ZERO;

            @Override
            public void step(String title) {
                out.printf("%n%2d  %s%n", ++steps, title);
            }

            @Override
            public void decided(String what, String why) {
                line("+", what, why);
            }

            @Override
            public void refused(String what, String why) {
                line("x", what, why);
            }

            @Override
            public void clockMoved(Duration by) {
                moved = moved.plus(by);
            }

            private void line(String mark, String what, String why) {
                if (moved.isPositive()) {
                    out.printf("    > the clinic's clock is moved on by %s%n", Words.span(moved));
                    moved = Duration.ZERO;
                }
                out.printf("    %s %s%n", mark, what);
                if (!why.isBlank()) {
                    out.printf("      %s%n", why);
                }
            }
        };
    }
}
