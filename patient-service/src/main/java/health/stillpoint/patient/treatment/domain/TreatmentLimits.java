package health.stillpoint.patient.treatment.domain;

import java.util.Set;

/** Numbers of adequacy and staging; each with its source where it gets its value (docs/clinical-sources.md#resistance). */
public interface TreatmentLimits {

    /** Least weeks of an adequate trial, medication or psychotherapy. */
    int adequateWeeks();

    /** Least sessions of an adequate cognitive behavioral therapy. */
    int cbtSessions();

    /** Least sessions of an adequate exposure therapy. */
    int exposureSessions();

    /** Classes that count as first line. */
    Set<TreatmentClass> firstLine();

    /** CGI-S from which severity is above threshold, 1..7. */
    int cgiSeverity();

    /** CGI-S from which stage 4 is possible, 1..7. */
    int cgiSeverityStageFour();

    /** SDS total from which stage 4 is possible, 0..30. */
    int sheehanDisabilityStageFour();

    /** Different medication classes failed for stage 3. */
    int classesStageThree();

    /** Different medication classes failed for stage 4. */
    int classesStageFour();
}
