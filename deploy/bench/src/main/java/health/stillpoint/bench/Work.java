package health.stillpoint.bench;

import health.stillpoint.local.Program;

/**
 * A piece of work, with what the reference server reached at it and what we set out to reach.
 *
 * <p>The reference is HAPI FHIR JPA 8.8, tuned, without authentication and without audit, measured on a quiet machine of two
 * cores that generator and database shared, 8 connections.
 */
enum Work {
    /** One person registered. */
    CREATE("create", "create patient", Program.PATIENT, 783, 2.4, 5, 1, 0.35),
    /** One person read. */
    READ("read", "read patient", Program.PATIENT, 2019, Double.NaN, 4, 1, 0.35),
    /** One set of vital signs. */
    VITALS("vitals", "one set of vital signs", Program.SESSION, 828, 2.2, 5, 1, 0.35),
    /** A hundred sets in one call. */
    BATCH("batch", "100 sets in one call (rates in sets)", Program.SESSION, 2007, Double.NaN, 40, 100, 0.5),
    /** Seven answers, scored. */
    GAD7("gad7", "answer and score GAD-7", Program.OUTCOME, 467, 3.9, 6, 1, 0.35);

    /** What the reference server used of two cores in the rows that give it: 783 x 2.4 ms, 828 x 2.2 ms, 467 x 3.9 ms. */
    static final double REFERENCE_CPU_PER_SECOND = 1.84;

    private final String option;
    private final String title;
    private final Program program;
    private final double referencePerSecond;
    private final double referenceMilliseconds;
    private final double factor;
    private final int units;
    private final double shareOfRaw;

    Work(String option, String title, Program program, double referencePerSecond, double referenceMilliseconds, double factor,
            int units, double shareOfRaw) {
        this.option = option;
        this.title = title;
        this.program = program;
        this.referencePerSecond = referencePerSecond;
        this.referenceMilliseconds = referenceMilliseconds;
        this.factor = factor;
        this.units = units;
        this.shareOfRaw = shareOfRaw;
    }

    String option() {
        return option;
    }

    String title() {
        return title;
    }

    /** The service that does it. */
    Program program() {
        return program;
    }

    /** How many things one request does. */
    int units() {
        return units;
    }

    /** What the reference server did in one second. */
    double referencePerSecond() {
        return referencePerSecond;
    }

    /** What it did for each second of CPU it and its database used; from its usual use of CPU where none was written down. */
    double referencePerCpuSecond() {
        return Double.isNaN(referenceMilliseconds) ? referencePerSecond / REFERENCE_CPU_PER_SECOND : 1000 / referenceMilliseconds;
    }

    boolean referenceCpuIsEstimated() {
        return Double.isNaN(referenceMilliseconds);
    }

    /** How many times as much we set out to do for each second of CPU. */
    double factor() {
        return factor;
    }

    /** The share we set out to reach of what its database alone would allow for each second of CPU (docs/adr/0011). */
    double shareOfDatabaseAlone() {
        return units == 1 ? 0.25 : 0.5;
    }

    /** The share of raw JDBC's rate we set out to reach. */
    double shareOfRaw() {
        return shareOfRaw;
    }
}
