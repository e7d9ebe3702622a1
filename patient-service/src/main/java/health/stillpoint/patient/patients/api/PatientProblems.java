package health.stillpoint.patient.patients.api;

import health.stillpoint.kit.problem.Problem;
import health.stillpoint.kit.problem.Problems;
import health.stillpoint.kit.problem.Violation;
import health.stillpoint.patient.patients.domain.Patient;
import health.stillpoint.patient.patients.domain.PatientRefusal;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Refusals of the register as problems (docs/problems.md). */
class PatientProblems {

    private static final Pattern RECORD = Pattern.compile("(/patients/)[^/]+");

    @ServerExceptionMapper
    RestResponse<Problem> toProblem(PatientRefusal refusal, ContainerRequestContext request) {
        Problem problem = switch (refusal) {
            case PatientRefusal.Merged merged -> Problem.of(isRead(request) ? 301 : 409, "patient-merged",
                            "The record was merged into another one")
                    .with("patientId", merged.into().value());
            case PatientRefusal.Erased _ -> Problem.of(isRead(request) ? 410 : 409, "patient-erased",
                    "The identity of this person was removed");
            case PatientRefusal.NoSuchPatient _ -> Problems.notFound();
            case PatientRefusal.Minor _ -> Problem.of(422, "patient-minor", "The programme treats adults only")
                    .violations(List.of(new Violation("birthDate", "body", "must be 18 years or more in the past")));
            case PatientRefusal.BornTooLongAgo _ -> Problem.of(422, "implausible-date", "A recorded date cannot be right")
                    .violations(List.of(new Violation("birthDate", "body",
                            "must be at most " + Patient.OLDEST_AGE_YEARS + " years in the past")));
            case PatientRefusal.NoSuchIdentifier _ -> Problem.of(409, "no-such-identifier", "The patient is not known by this identifier");
            case PatientRefusal.IdentifierTaken _ -> Problem.of(409, "identifier-taken",
                            "An identifier already belongs to another patient")
                    .violations(List.of(new Violation("identifiers", "body", "is already in use")));
        };
        RestResponse<Problem> answer = problem.toResponse();
        if (refusal instanceof PatientRefusal.Merged merged && isRead(request)) {
            answer.getHeaders().putSingle(HttpHeaders.LOCATION, sameBelow(merged.into().value(), request.getUriInfo().getRequestUri()));
        }
        return answer;
    }

    private static boolean isRead(ContainerRequestContext request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    /** The same address below the record that goes on; relative, so that it also holds behind the gateway. */
    private static String sameBelow(UUID patientId, URI address) {
        String path = RECORD.matcher(address.getRawPath()).replaceFirst("$1" + patientId);
        return address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
    }
}
