package health.stillpoint.outcome.assessment.api;

import health.stillpoint.kit.http.Answers;
import health.stillpoint.kit.audit.AuditDetail;
import health.stillpoint.kit.operation.ClinicOperation;
import health.stillpoint.kit.paging.Cursors;
import health.stillpoint.kit.paging.Page;
import health.stillpoint.kit.time.ClinicClock;
import health.stillpoint.outcome.Roles;
import health.stillpoint.outcome.assessment.Assessments;
import health.stillpoint.outcome.assessment.domain.Assessment;
import health.stillpoint.outcome.assessment.domain.AssessmentFilter;
import health.stillpoint.outcome.assessment.domain.AssessmentId;
import health.stillpoint.outcome.assessment.domain.AssessmentRefusal;
import health.stillpoint.outcome.assessment.domain.AssessmentStatus;
import health.stillpoint.outcome.assessment.domain.PatientId;
import health.stillpoint.outcome.assessment.domain.TimePoint;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** What patients are asked, and when. */
@Path("/api/v1/assessments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Assessments", description = "What patients are asked, and when")
@RunOnVirtualThread
public class AssessmentResource {

    private final Assessments assessments;
    private final OwnRecord ownRecord;
    private final Cursors cursors;
    private final AuditDetail audit;
    private final ClinicClock clock;

    AssessmentResource(
            Assessments assessments, OwnRecord ownRecord, Cursors cursors, AuditDetail audit, ClinicClock clock) {
        this.assessments = assessments;
        this.ownRecord = ownRecord;
        this.cursors = cursors;
        this.audit = audit;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({Roles.CLINIC_ADMIN, Roles.PRESCRIBER, Roles.THERAPIST, Roles.MONITOR, Roles.PATIENT})
    @ClinicOperation(action = "assessment.list", entity = "Assessment")
    @Operation(
            summary = "List assessments in the order their windows open",
            operationId = "listAssessments",
            description = "Patients see their own only.")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "400", description = "The cursor or the limit is unusable (invalid-cursor, invalid-limit)")
    public Page<AssessmentView> list(
            @Parameter(description = "Only this patient's") @RestQuery UUID patientId,
            @Parameter(description = "Only those standing so now; may be repeated") @RestQuery("status")
                    List<AssessmentStatus> statuses,
            @Parameter(description = "Only of this time point") @RestQuery TimePoint timePoint,
            @Parameter(description = "Where the next page begins") @RestQuery String cursor,
            @Parameter(description = "Items of a page, 1 to 200, default 50") @RestQuery Integer limit) {
        int most = cursors.limit(limit);
        Optional<PatientId> asked = Optional.ofNullable(patientId).map(PatientId::new);
        Optional<PatientId> own = ownRecord.ofPatient();
        if (asked.isPresent() && !ownRecord.mayRead(asked.get())) {
            throw new AssessmentRefusal.NoSuchAssessment();
        }
        Optional<PatientId> patient = own.or(() -> asked);
        patient.map(PatientId::value).ifPresent(audit::subject);
        AssessmentFilter filter = new AssessmentFilter(
                patient, Set.copyOf(statuses), Optional.ofNullable(timePoint), cursors.decode(cursor).map(AssessmentResource::place));
        Page<Assessment> page = cursors.page(assessments.find(filter, most + 1), most, AssessmentResource::keys);
        Instant now = clock.now();
        return new Page<>(page.items().stream().map(assessment -> view(assessment, now)).toList(), page.next());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.CLINIC_ADMIN, Roles.PRESCRIBER, Roles.THERAPIST, Roles.MONITOR, Roles.PATIENT})
    @ClinicOperation(action = "assessment.read", entity = "Assessment")
    @Operation(summary = "Read an assessment", operationId = "readAssessment")
    @APIResponse(responseCode = "200", description = "The assessment")
    @APIResponse(responseCode = "404", description = "No such assessment (no-such-assessment)")
    public RestResponse<AssessmentView> read(@RestPath UUID id) {
        Assessment assessment = assessments.withId(new AssessmentId(id));
        if (!ownRecord.mayRead(assessment.patient())) {
            throw new AssessmentRefusal.NoSuchAssessment();
        }
        audit.subject(assessment.patient().value());
        AssessmentView view = view(assessment, clock.now());
        return Answers.ok(view, view.version());
    }

    private AssessmentView view(Assessment assessment, Instant now) {
        return AssessmentView.of(assessment, now, assessments.versionOf(assessment));
    }

    private static AssessmentFilter.Place place(List<String> keys) {
        return new AssessmentFilter.Place(Instant.parse(keys.get(0)), UUID.fromString(keys.get(1)));
    }

    private static String[] keys(Assessment assessment) {
        return new String[] {
            assessment.window().opensAt().toString(), assessment.id().value().toString()
        };
    }
}
