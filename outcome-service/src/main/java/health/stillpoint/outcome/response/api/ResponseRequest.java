package health.stillpoint.outcome.response.api;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import health.stillpoint.outcome.assessment.domain.AssessmentId;
import health.stillpoint.outcome.assessment.domain.PatientId;
import health.stillpoint.outcome.instrument.api.AnswerReader;
import health.stillpoint.outcome.instrument.api.AnswersSchema;
import health.stillpoint.outcome.instrument.domain.Answer;
import health.stillpoint.outcome.instrument.domain.AnswerSheet;
import health.stillpoint.outcome.instrument.domain.InstrumentCode;
import health.stillpoint.outcome.response.domain.Submission;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Answers to one instrument of an assessment. */
@Schema(name = "ResponseRequest", example = """
        {"instrument": "GAD7", "answers": [3, 3, 2, 2, 2, 2, 1], "answeredAt": "2026-03-02T09:15:00Z"}""")
public record ResponseRequest(
        @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{0,39}") @Schema(examples = "GAD7") String instrument,
        @NotNull
                @Size(max = AnswersSchema.MOST)
                @JsonDeserialize(contentUsing = AnswerReader.class)
                @Schema(type = SchemaType.ARRAY, implementation = Object.class, description = AnswersSchema.DESCRIPTION)
                List<Answer> answers,
        @Schema(description = "When the patient answered, if not now; may lie in the past", examples = "2026-03-02T09:15:00Z")
                Instant answeredAt) {

    Submission submission(UUID assessmentId, Optional<PatientId> ownRecord) {
        return new Submission(
                new AssessmentId(assessmentId),
                new InstrumentCode(instrument),
                new AnswerSheet(answers),
                Optional.ofNullable(answeredAt).map(moment -> moment.truncatedTo(ChronoUnit.MICROS)),
                ownRecord);
    }

    @Override
    public String toString() {
        return "ResponseRequest[instrument=" + instrument + "]";
    }
}
