package health.stillpoint.session.order.api;

import health.stillpoint.kit.problem.Problem;
import health.stillpoint.session.order.domain.BodyDataDiffer;
import health.stillpoint.session.order.domain.OrderRefusal;
import health.stillpoint.session.refusal.Refused;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Refusals of dose orders as problems. */
class OrderProblems {

    @ServerExceptionMapper
    RestResponse<Problem> toProblem(BodyDataDiffer refusal) {
        return Problem.of(409, "body-data-differ", "The body data differ from what is known")
                .with("differences", refusal.differences()).toResponse();
    }

    @ServerExceptionMapper
    RestResponse<Problem> toProblem(OrderRefusal refusal) {
        Refused.Kind kind = refusal.unmet().contains(OrderRefusal.Reason.OVER_CAP)
                ? Refused.Kind.DOSE_OVER_CAP : Refused.Kind.ORDER_REFUSED;
        return Problem.of(kind.status(), kind.code(), kind.title()).with("unmet", refusal.unmet()).toResponse();
    }
}
