package health.stillpoint.outcome.assessment.api;

import health.stillpoint.outcome.assessment.domain.Assessment;
import health.stillpoint.outcome.assessment.domain.AssessmentStatus;
import health.stillpoint.outcome.assessment.domain.TimePoint;
import health.stillpoint.outcome.instrument.domain.InstrumentCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a patient is asked at a time point. Moments are clinic time in UTC. */
@Schema(name = "Assessment")
public record AssessmentView(
        UUID id,
        long version,
        UUID patientId,
        TimePoint timePoint,
        @Schema(description = "Where it stands now") AssessmentStatus status,
        List<Item> instruments,
        @Schema(description = "First moment of the window") Instant opensAt,
        @Schema(description = "Intended moment") Instant dueAt,
        @Schema(description = "Last moment of the window; absent while it waits for the first dose") Instant closesAt,
        @Schema(description = "Last moment for a late answer, if any is taken") Instant lateUntil,
        Instant completedAt) {

    /** An instrument of the assessment. */
    @Schema(name = "AssessmentInstrument")
    public record Item(
            @Schema(examples = "GAD7") String code,
            @Schema(description = "True when the assessment waits for it") boolean required,
            @Schema(description = "True when it has a score") boolean answered,
            @Schema(description = "The response that counts, scored or not") UUID responseId) {}

    static AssessmentView of(Assessment assessment, Instant now, long version) {
        return new AssessmentView(
                assessment.id().value(),
                version,
                assessment.patient().value(),
                assessment.timePoint(),
                assessment.statusAt(now),
                assessment.instruments().stream().map(code -> item(assessment, code)).toList(),
                assessment.window().opensAt(),
                assessment.window().dueAt(),
                assessment.window().closesAt().orElse(null),
                assessment.window().lateUntil().orElse(null),
                assessment.completedAt().orElse(null));
    }

    private static Item item(Assessment assessment, InstrumentCode code) {
        return new Item(
                code.value(),
                assessment.required().contains(code),
                assessment.isAnswered(code),
                Optional.ofNullable(assessment.answered().get(code))
                        .map(Assessment.Answered::responseId)
                        .orElse(null));
    }
}
