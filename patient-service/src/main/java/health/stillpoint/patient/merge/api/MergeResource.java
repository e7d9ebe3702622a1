package health.stillpoint.patient.merge.api;

import health.stillpoint.kit.audit.AuditDetail;
import health.stillpoint.kit.http.Answers;
import health.stillpoint.kit.operation.ClinicOperation;
import health.stillpoint.kit.paging.Cursors;
import health.stillpoint.kit.paging.Page;
import health.stillpoint.patient.PatientRecords;
import health.stillpoint.patient.Roles;
import health.stillpoint.patient.merge.RecordMerges;
import health.stillpoint.patient.merge.domain.RecordMerge;
import health.stillpoint.patient.patients.api.PatientView;
import health.stillpoint.patient.patients.domain.PatientId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Making one record of two of the same person. */
@Path("/api/v1/patients/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Patients")
public class MergeResource {

    private final RecordMerges merges;
    private final PatientRecords records;
    private final AuditDetail audit;
    private final Cursors cursors;

    MergeResource(RecordMerges merges, PatientRecords records, AuditDetail audit, Cursors cursors) {
        this.merges = merges;
        this.records = records;
        this.audit = audit;
        this.cursors = cursors;
    }

    @POST
    @Path("/merge")
    @RolesAllowed({Roles.CLINIC_ADMIN, Roles.PRESCRIBER})
    @ClinicOperation(action = "patient.merge", entity = "Patient")
    @Operation(summary = "Merge another record of the same person into this one", description = "Both histories are read here from "
            + "now on; the other id answers 301. Candidacy decisions and treatment consents of both end. Needs If-Match.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "registered twice", value = MergeExamples.MERGE)))
    @APIResponse(responseCode = "200", description = "The patient, with the new ETag and the numbers of both records")
    @APIResponse(responseCode = "404", description = "No such patient, this one or the other")
    @APIResponse(responseCode = "409", description = "merge-refused, with every reason")
    @APIResponse(responseCode = "412", description = "Changed by somebody else in between")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public RestResponse<PatientView> merge(
            @RestPath UUID id, @RestHeader(HttpHeaders.IF_MATCH) String ifMatch, @Valid @NotNull MergeRequest request) {
        PatientId survivor = records.open(id);
        audit.entity("Patient", request.duplicateId());
        PatientView view = PatientView.of(merges.merge(survivor, new PatientId(request.duplicateId()), request.reason(),
                records.callerId(), version -> Answers.requireMatch(ifMatch, version)));
        return Answers.ok(view, view.version());
    }

    @GET
    @Path("/merges")
    @RolesAllowed({Roles.CLINIC_ADMIN, Roles.PRESCRIBER, Roles.THERAPIST})
    @ClinicOperation(action = "patient.merges", entity = "Patient")
    @Operation(summary = "Records that were merged into this one, oldest first")
    @APIResponse(responseCode = "200", description = "One page; next is absent on the last one")
    @APIResponse(responseCode = "400", description = "`invalid-cursor` or `invalid-limit`")
    @APIResponse(responseCode = "404", description = "No such patient")
    public Page<MergeView> list(@RestPath UUID id, @RestQuery String cursor, @RestQuery Integer limit) {
        int size = cursors.limit(limit);
        return cursors.pageById(merges.into(records.open(id), cursors.lastId(cursor), size + 1), size, RecordMerge::id)
                .map(MergeView::of);
    }
}
