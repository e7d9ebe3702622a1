package health.stillpoint.gateway.journey;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One patient's way through the programme, put together from the three services.
 *
 * @param complete true when every section is complete
 * @param milestones of all sections that are shown, earliest first
 */
@Schema(description = "One patient's way through the programme, put together from the three services")
public record JourneyView(
        UUID patientId,
        @Schema(description = "True when every section is complete") boolean complete,
        Section<PatientSummary> patient,
        Section<CandidacySummary> candidacy,
        Section<List<ConsentSummary>> consents,
        Section<List<CourseSummary>> courses,
        Section<List<SessionSummary>> sessions,
        Section<List<IntegrationTaskSummary>> integrationTasks,
        Section<List<AssessmentSummary>> assessments,
        Section<List<TrajectoryPoint>> trajectory,
        @Schema(description = "Of all sections that are shown, earliest first") List<Milestone> milestones) {

    /** Ids and states only; never what the summaries hold. */
    @Override
    public String toString() {
        return "JourneyView[" + patientId + ", complete=" + complete + "]";
    }

    /** Where the patient stands. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record PatientSummary(UUID id, Long version,
            @Schema(description = "State in the programme, such as REFERRED") String programmeState) {
    }

    /** Whether the patient may be treated, as the rules say now. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record CandidacySummary(String outcome, String ruleSetVersion, List<String> reasonCodes) {
    }

    /** A consent and until when it holds. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record ConsentSummary(UUID id, String scope, String status, Instant signedAt, Instant expiresAt,
            Instant withdrawnAt) {
    }

    /** A course of doses. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record CourseSummary(UUID id, String type, String state, Integer plannedDoses,
            Integer dosesGiven, Instant plannedAt, Instant endedAt) {
    }

    /** A preparation, dosing or integration session. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record SessionSummary(UUID id, UUID courseId, String kind, String state, Instant plannedStart,
            Instant plannedEnd, Instant checkedInAt, Instant dischargedAt, Instant completedAt) {
    }

    /** The integration that belongs to a dose. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record IntegrationTaskSummary(UUID id, UUID courseId, UUID doseId, String status, Instant dueAt,
            Instant completedAt) {
    }

    /** A set of questionnaires for one time point. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record AssessmentSummary(UUID id, String timePoint, String status, Instant opensAt, Instant dueAt,
            Instant closesAt, Instant completedAt) {
    }

    /** One score in the course of time. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record TrajectoryPoint(String instrument, String timePoint,
            @Schema(description = "Total score in the instrument's own points") BigDecimal total, String band,
            Instant answeredAt) {
    }
}
