package health.stillpoint.outcome.assessment.domain;

import health.stillpoint.outcome.instrument.domain.InstrumentCode;
import java.time.Instant;

/** What is told about assessments. */
public interface AssessmentEvents {

    /** Its window has opened. */
    void due(Assessment assessment, Instant at);

    /** Its window passed and something required is missing. */
    void missed(Assessment assessment);

    /** Everything the first dose waits for was answered. */
    void baselineCompleted(Assessment baseline, InstrumentCode primaryInstrument);
}
