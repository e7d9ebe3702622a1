package health.stillpoint.outcome.response.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import health.stillpoint.outcome.assessment.domain.TimePoint;
import health.stillpoint.outcome.instrument.api.ChangeView;
import health.stillpoint.outcome.instrument.api.DerivedView;
import health.stillpoint.outcome.instrument.api.ScoreAlertView;
import health.stillpoint.outcome.instrument.api.SubscaleView;
import health.stillpoint.outcome.instrument.domain.Answer;
import health.stillpoint.outcome.instrument.domain.AnswerSheet;
import health.stillpoint.outcome.instrument.domain.Score;
import health.stillpoint.outcome.instrument.domain.ScoreStatus;
import health.stillpoint.outcome.response.domain.AnsweredBy;
import health.stillpoint.outcome.response.domain.ChartingTime;
import health.stillpoint.outcome.response.domain.QuestionnaireResponse;
import health.stillpoint.outcome.response.domain.ResponseId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A filled questionnaire and its score. A null says that there is no total, or that the rule has no answer here. */
@Schema(name = "Response")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ResponseView(
        UUID id,
        @Schema(description = "Always 0: a response is never changed") long version,
        UUID assessmentId,
        UUID patientId,
        TimePoint timePoint,
        @Schema(examples = "GAD7") String instrument,
        String variant,
        ScoreStatus status,
        @Schema(description = "Null when incomplete", nullable = true, examples = "15") BigDecimal total,
        @Schema(nullable = true, examples = "SEVERE") String band,
        @JsonProperty("case") @Schema(description = "The total is a clinical case", nullable = true)
                Boolean clinicalCase,
        @Schema(description = "Remission rule met", nullable = true) Boolean remission,
        List<SubscaleView> subscales,
        List<DerivedView> derived,
        @Schema(description = "Further numbers: composite, average, percent") Map<String, BigDecimal> reported,
        @Schema(description = "What must be heard, gravest first") List<ScoreAlertView> alerts,
        @Schema(description = "Required items left open") List<Integer> missingItems,
        @JsonInclude(JsonInclude.Include.NON_NULL)
                @Schema(description = "Against the baseline, for scores after the first dose that have one")
                ChangeView change,
        @JsonInclude(JsonInclude.Include.NON_NULL)
                @Schema(
                        type = SchemaType.ARRAY,
                        implementation = Object.class,
                        description = "The answers as they were given; only when the response is read")
                List<Object> answers,
        @Schema(description = "When the patient answered, clinic time") Instant answeredAt,
        @Schema(description = "When it was entered, clinic time") Instant recordedAt,
        @Schema(description = "True when entered more than 15 minutes after it was answered") boolean recordedLate,
        @Schema(description = "True when answered after the window, within the time for late answers") boolean late,
        AnsweredBy answeredBy,
        @JsonInclude(JsonInclude.Include.NON_NULL)
                @Schema(description = "The response this one replaces; both are kept")
                UUID supersedes,
        @Schema(description = "Version of the instrument facts it was scored with", examples = "1.0.0")
                String catalogueVersion) {

    static ResponseView withoutAnswers(QuestionnaireResponse response) {
        return of(response, null);
    }

    static ResponseView withAnswers(QuestionnaireResponse response) {
        return of(response, written(response.answers()));
    }

    private static ResponseView of(QuestionnaireResponse response, List<Object> answers) {
        Score score = response.score();
        return new ResponseView(
                response.id().value(),
                0,
                response.assessment().value(),
                response.patient().value(),
                response.timePoint(),
                score.instrument().value(),
                score.variant().code(),
                score.status(),
                score.total().orElse(null),
                score.band().orElse(null),
                score.caseness().orNull(),
                score.remission().orNull(),
                score.subscales().stream().map(SubscaleView::of).toList(),
                score.derived().stream().map(DerivedView::of).toList(),
                score.reported(),
                score.alerts().stream().map(ScoreAlertView::of).toList(),
                score.missingItems(),
                response.change().map(ChangeView::of).orElse(null),
                answers,
                response.answeredAt(),
                response.recordedAt(),
                ChartingTime.isRecordedLate(response.answeredAt(), response.recordedAt()),
                response.late(),
                response.answeredBy(),
                response.supersedes().map(ResponseId::value).orElse(null),
                response.catalogueVersion());
    }

    private static List<Object> written(AnswerSheet sheet) {
        List<Object> answers = new ArrayList<>(sheet.count());
        for (Answer answer : sheet.all()) {
            answers.add(switch (answer) {
                case Answer.Given(int value) -> value;
                case Answer.NotApplicable _ -> "NA";
                case Answer.Missing _, Answer.Malformed _ -> null;
            });
        }
        return answers;
    }

    @Override
    public String toString() {
        return "ResponseView[id=" + id + "]";
    }
}
