package health.stillpoint.outcome.assessment.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The assessments of the clinic. */
public interface AssessmentRepository {

    Optional<Assessment> withId(AssessmentId id);

    /** The one assessment of a patient, time point and anchor. */
    Optional<Assessment> of(PatientId patient, TimePoint timePoint, UUID anchorId);

    /** The assessment, locked until the transaction ends, so that two answers come one after the other. */
    Optional<Assessment> forAnswering(AssessmentId id);

    /** How often it was changed. */
    long versionOf(AssessmentId id);

    /** Assessments in the order their windows open. */
    List<Assessment> find(AssessmentFilter filter, Instant now, int atMost);

    /** Unfinished assessments whose window is over and that nobody is changing now; locked. */
    List<Assessment> overAt(Instant now, int atMost);

    /** The same for assessments whose window has opened without having been announced. */
    List<Assessment> openedUnannounced(Instant now, int atMost);

    /** A patient's assessments that are neither completed nor missed nor cancelled; locked. */
    List<Assessment> unfinishedOf(PatientId patient);

    /** Completed assessments of a time point. */
    List<Assessment> completed(TimePoint timePoint);

    /**
     * Adds an assessment.
     *
     * @param announcedAt when its opening was told; absent while that is to come
     */
    void add(Assessment assessment, Optional<Instant> announcedAt);

    void save(Assessment assessment);

    /** Notes that the opening of the window was told. */
    void markAnnounced(AssessmentId id, Instant at);
}
