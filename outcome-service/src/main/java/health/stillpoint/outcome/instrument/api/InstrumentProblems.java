package health.stillpoint.outcome.instrument.api;

import health.stillpoint.kit.problem.Problem;
import health.stillpoint.kit.problem.Violation;
import health.stillpoint.outcome.instrument.domain.AnswersInvalid;
import health.stillpoint.outcome.instrument.domain.InstrumentNotScorable;
import health.stillpoint.outcome.instrument.domain.InstrumentRefusal;
import health.stillpoint.outcome.instrument.domain.NoSuchInstrument;
import health.stillpoint.outcome.instrument.domain.NoSuchVariant;
import health.stillpoint.outcome.instrument.domain.Variant;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** How the refusals of instruments are said; listed in docs/problems.md. */
class InstrumentProblems {

    @ServerExceptionMapper
    RestResponse<Problem> toProblem(InstrumentRefusal refusal) {
        return problem(refusal).toResponse();
    }

    private static Problem problem(InstrumentRefusal refusal) {
        return switch (refusal) {
            case NoSuchInstrument _ -> Problem.of(404, "no-such-instrument", "No such instrument");
            case InstrumentNotScorable e -> Problem.of(409, "instrument-not-scorable", "Scoring not verified yet")
                    .with("instrument", e.code().value());
            case NoSuchVariant e -> Problem.of(422, "no-such-variant", "The instrument is not used in this way")
                    .with("variants", e.known().stream().map(Variant::code).toList());
            case AnswersInvalid e -> answersInvalid(e);
        };
    }

    private static Problem answersInvalid(AnswersInvalid refusal) {
        return Problem.of(422, "answers-invalid", "Answers outside the instrument")
                .detail("Nothing was scored. Items are numbered from 1; the instrument has "
                        + refusal.expectedCount() + " of them.")
                .with("items", refusal.items())
                .with("itemCount", refusal.expectedCount())
                .violations(refusal.items().stream()
                        .map(item -> new Violation(
                                "answers[" + (item - 1) + "]", "body", "is not an answer to this item"))
                        .toList());
    }
}
