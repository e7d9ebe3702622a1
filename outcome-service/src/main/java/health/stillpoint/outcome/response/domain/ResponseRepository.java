package health.stillpoint.outcome.response.domain;

import health.stillpoint.outcome.assessment.domain.Assessment;
import health.stillpoint.outcome.assessment.domain.PatientId;
import health.stillpoint.outcome.instrument.domain.InstrumentCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The responses of the clinic; they are added and never changed. */
public interface ResponseRepository {

    /** Adds a response, and notes in the assessment it answers what it did there. */
    void add(QuestionnaireResponse response, Assessment answered);

    Optional<QuestionnaireResponse> withId(ResponseId id);

    /** Responses of a person that nothing supersedes, those under merged ids too, in the order they were answered. */
    List<ScoredPoint> currentOf(PatientId patient);

    /** The same for one instrument, only those that may serve as baseline: before the first dose. */
    List<ScoredPoint> baselineCandidates(PatientId patient, InstrumentCode instrument);

    /** Tells whether an instrument was answered within a span, both ends included. */
    boolean wasAnswered(PatientId patient, InstrumentCode instrument, Instant from, Instant to);
}
