package health.stillpoint.outcome.trajectory.api;

import health.stillpoint.kit.audit.AuditDetail;
import health.stillpoint.kit.operation.ClinicOperation;
import health.stillpoint.kit.problem.Problem;
import health.stillpoint.outcome.Roles;
import health.stillpoint.outcome.assessment.api.OwnRecord;
import health.stillpoint.outcome.assessment.domain.PatientId;
import health.stillpoint.outcome.trajectory.Trajectories;
import health.stillpoint.outcome.trajectory.chart.TrajectoryChart;
import health.stillpoint.outcome.trajectory.domain.NoSuchTrajectory;
import health.stillpoint.outcome.trajectory.domain.Trajectory;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The course of a patient's scores, as data and as a chart. */
@Path("/api/v1/patients/{patientId}")
@Tag(name = "Trajectories", description = "The course of a patient's scores")
@RunOnVirtualThread
public class TrajectoryResource {

    private static final String SVG = "image/svg+xml";

    private final Trajectories trajectories;
    private final OwnRecord ownRecord;
    private final AuditDetail audit;

    TrajectoryResource(Trajectories trajectories, OwnRecord ownRecord, AuditDetail audit) {
        this.trajectories = trajectories;
        this.ownRecord = ownRecord;
        this.audit = audit;
    }

    @GET
    @Path("/trajectory")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.CLINIC_ADMIN, Roles.PRESCRIBER, Roles.THERAPIST, Roles.MONITOR, Roles.PATIENT})
    @ClinicOperation(action = "trajectory.read", entity = "Trajectory")
    @Operation(
            summary = "Read the course of a patient's scores",
            operationId = "readTrajectory",
            description = "Every score that counts, its band, and the change against the baseline. Patients see their own.")
    @APIResponse(responseCode = "200", description = "The course")
    @APIResponse(responseCode = "404", description = "Nothing is known of the patient (no-such-trajectory)")
    public TrajectoryView read(@RestPath UUID patientId) {
        return TrajectoryView.of(seen(patientId));
    }

    @GET
    @Path("/trajectory.svg")
    @Produces(SVG)
    @RolesAllowed({Roles.CLINIC_ADMIN, Roles.PRESCRIBER, Roles.THERAPIST, Roles.MONITOR, Roles.PATIENT})
    @ClinicOperation(action = "trajectory.draw", entity = "Trajectory")
    @Operation(
            summary = "Draw the course of a patient's scores",
            operationId = "drawTrajectory",
            description = "One panel for each instrument, with its severity bands and the doses. Names nobody.")
    @APIResponse(
            responseCode = "200",
            description = "The chart",
            content = @Content(mediaType = SVG, schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "404", description = "Nothing is known of the patient (no-such-trajectory)")
    public String draw(@RestPath UUID patientId) {
        return TrajectoryChart.of(seen(patientId));
    }

    private Trajectory seen(UUID patientId) {
        PatientId patient = new PatientId(patientId);
        if (!ownRecord.mayRead(patient)) {
            throw new NoSuchTrajectory();
        }
        audit.subject(patientId);
        return trajectories.of(patient);
    }

    @ServerExceptionMapper
    RestResponse<Problem> toProblem(NoSuchTrajectory refusal) {
        return Problem.of(404, "no-such-trajectory", "Nothing is known of this patient").toResponse();
    }
}
