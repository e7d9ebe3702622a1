package health.stillpoint.patient.careteam.api;

import health.stillpoint.kit.problem.Problem;
import health.stillpoint.patient.careteam.domain.CareTeamRefusal;
import health.stillpoint.patient.careteam.domain.CareTeamRole;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Refusals of care teams as problems (docs/problems.md). */
class CareTeamProblems {

    /** One place that cannot be held. */
    record FaultView(CareTeamRefusal.Fault.Code code, UUID practitionerId, CareTeamRole role) { }

    @ServerExceptionMapper
    RestResponse<Problem> toProblem(CareTeamRefusal refusal) {
        return switch (refusal) {
            case CareTeamRefusal.Unsound e -> Problem.of(422, "care-team-unsound", "A place in the care team cannot be held")
                    .with("faults", e.faults().stream()
                            .map(fault -> new FaultView(fault.code(), fault.seat().practitionerId().value(), fault.seat().role()))
                            .toList())
                    .toResponse();
        };
    }
}
