package health.stillpoint.patient.screening.api;

import health.stillpoint.kit.problem.Problem;
import health.stillpoint.kit.problem.Problems;
import health.stillpoint.kit.problem.Violation;
import health.stillpoint.patient.screening.domain.ScreeningRefusal;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Refusals of screening as problems (docs/problems.md). */
class ScreeningProblems {

    @ServerExceptionMapper
    RestResponse<Problem> toProblem(ScreeningRefusal refusal) {
        Problem problem = switch (refusal) {
            case ScreeningRefusal.NoSuchScreening _ -> Problems.notFound();
            case ScreeningRefusal.NoSuchFinding _ -> Problem.of(409, "no-such-finding", "The screening has no such finding");
            case ScreeningRefusal.NotClearable e -> Problem.of(409, "not-clearable", "Only relative findings can be cleared")
                    .with("class", e.findingClass());
            case ScreeningRefusal.AntidepressantAlone _ -> Problem.of(409, "antidepressant-alone",
                            "Bipolar disorder with an antidepressant alone cannot be cleared")
                    .detail("Record a new screening once the medication list names a mood stabilizer or an antipsychotic.");
            case ScreeningRefusal.NoMoodStabilizer _ -> Problem.of(409, "no-mood-stabilizer",
                            "Bipolar disorder without a mood stabilizer cannot be cleared")
                    .detail("Record a new screening once the medication list names a mood stabilizer or an antipsychotic.");
            case ScreeningRefusal.DoseFactorUnclear _ -> Problem.of(422, "dose-factor-unclear",
                    "REDUCED_DOSE_FACTOR needs doseFactor, and doseFactor needs REDUCED_DOSE_FACTOR");
            case ScreeningRefusal.ClearanceTooLong e -> Problem.of(422, "clearance-too-long", "The clearance would hold too long")
                    .with("atMostDays", e.atMostDays());
            case ScreeningRefusal.NotUnderstood e -> Problem.of(422, "unknown-screening-answer",
                            "A row or its answer is not known")
                    .with("answers", e.answers());
            case ScreeningRefusal.AnsweredTwice e -> Problem.of(422, "answered-twice", "A row is answered more than once")
                    .violations(e.rows().stream()
                            .map(row -> new Violation("findings", "body", row + " is answered more than once"))
                            .toList());
            case ScreeningRefusal.Contradictory e -> Problem.of(422, "contradictory-answers", "Answers contradict each other")
                    .violations(e.reasons().entrySet().stream()
                            .map(reason -> new Violation(reason.getKey(), "body", reason.getValue()))
                            .toList());
            case ScreeningRefusal.ImplausibleDate e -> Problem.of(422, "implausible-date", "A recorded date cannot be right")
                    .violations(each(e.fields(), e.reason()));
            case ScreeningRefusal.InTheFuture e -> Problem.of(422, "in-the-future", "A recorded moment lies in the future")
                    .violations(each(e.fields(), "must not be in the future"));
        };
        return problem.toResponse();
    }

    private static List<Violation> each(List<String> fields, String message) {
        return fields.stream().map(field -> new Violation(field, "body", message)).toList();
    }
}
