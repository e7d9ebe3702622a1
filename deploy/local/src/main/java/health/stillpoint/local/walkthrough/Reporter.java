package health.stillpoint.local.walkthrough;

import java.io.PrintStream;

/** Who is told how the path goes. */
public interface Reporter {

    /** A step begins. */
    void step(String title);

    /** Something was decided, and why. */
    void decided(String what, String why);

    /** Something was refused, as it should be. */
    void refused(String what, String why);

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

            private void line(String mark, String what, String why) {
                out.printf("    %s %s%n", mark, what);
                if (!why.isBlank()) {
                    out.printf("      %s%n", why);
                }
            }
        };
    }
}
