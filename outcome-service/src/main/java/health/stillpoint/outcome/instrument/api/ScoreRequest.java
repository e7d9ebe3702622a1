package health.stillpoint.outcome.instrument.api;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import health.stillpoint.outcome.instrument.domain.Answer;
import health.stillpoint.outcome.instrument.domain.AnswerSheet;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Answers to be scored; nothing is stored. */
@Schema(name = "ScoreRequest", example = """
        {"answers": [2, 2, 1, 1, 0, 1, null], "baselineAnswers": [3, 3, 3, 2, 2, 2, 3]}""")
public record ScoreRequest(
        @NotNull
                @Size(max = AnswersSchema.MOST)
                @JsonDeserialize(contentUsing = AnswerReader.class)
                @Schema(type = SchemaType.ARRAY, implementation = Object.class, description = AnswersSchema.DESCRIPTION)
                List<Answer> answers,
        @Size(max = AnswersSchema.MOST)
                @JsonDeserialize(contentUsing = AnswerReader.class)
                @Schema(
                        type = SchemaType.ARRAY,
                        implementation = Object.class,
                        description = "Answers of the baseline to compare with; same form as answers")
                List<Answer> baselineAnswers,
        @Pattern(regexp = "[A-Z_]{1,40}")
                @Schema(
                        description = "Way of use, for instruments that have several: WITHOUT_AGORAPHOBIA (default) or"
                                + " WITH_AGORAPHOBIA for PDSS_SR and PDSS, SCREENING (default) or SINCE_LAST_CONTACT"
                                + " for CSSRS_SCREEN",
                        examples = "WITH_AGORAPHOBIA")
                String variant) {

    AnswerSheet sheet() {
        return new AnswerSheet(answers);
    }

    Optional<AnswerSheet> baselineSheet() {
        return Optional.ofNullable(baselineAnswers).map(AnswerSheet::new);
    }

    @Override
    public String toString() {
        return "ScoreRequest";
    }
}
