package health.stillpoint.patient.patients.api;

import health.stillpoint.kit.audit.AuditDetail;
import health.stillpoint.kit.http.Answers;
import health.stillpoint.kit.operation.ClinicOperation;
import health.stillpoint.kit.paging.Cursors;
import health.stillpoint.kit.paging.Page;
import health.stillpoint.patient.PatientRecords;
import health.stillpoint.patient.Roles;
import health.stillpoint.patient.patients.Patients;
import health.stillpoint.patient.patients.domain.FormerIdentifier;
import health.stillpoint.patient.patients.domain.Patient;
import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.patients.domain.Versioned;
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

/** Numbers that others know a patient by, after registration. */
@Path("/api/v1/patients/{id}/identifiers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Patients")
public class IdentifierResource {

    private final Patients patients;
    private final PatientRecords records;
    private final AuditDetail audit;
    private final Cursors cursors;

    IdentifierResource(Patients patients, PatientRecords records, AuditDetail audit, Cursors cursors) {
        this.patients = patients;
        this.records = records;
        this.audit = audit;
        this.cursors = cursors;
    }

    @POST
    @RolesAllowed({Roles.CLINIC_ADMIN, Roles.PRESCRIBER, Roles.THERAPIST})
    @ClinicOperation(action = "patient.identify", entity = "Patient")
    @Operation(summary = "Make a patient known by a further number", description = "Such as that of an insurer or a partner; the "
            + "clinic gives its own. Needs the patient's If-Match. Follow Link to see whether the number betrays a second record.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "insurance", value = PatientExamples.IDENTIFIER)))
    @APIResponse(responseCode = "200", description = "The patient, with the new ETag and Link rel=related to possible duplicates")
    @APIResponse(responseCode = "404", description = "No such patient")
    @APIResponse(responseCode = "409", description = "identifier-taken, patient-merged or patient-erased")
    @APIResponse(responseCode = "412", description = "Changed by somebody else in between")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public RestResponse<PatientView> identify(
            @RestPath UUID id, @RestHeader(HttpHeaders.IF_MATCH) String ifMatch, @Valid @NotNull IdentifierBody further) {
        RestResponse<PatientView> answer = answer(patients.identify(seen(id, ifMatch), further.toDomain()));
        answer.getHeaders().putSingle(HttpHeaders.LINK, "</api/v1/patients/" + id + "/duplicates>; rel=\"related\"");
        return answer;
    }

    @POST
    @Path("/end")
    @RolesAllowed({Roles.CLINIC_ADMIN, Roles.PRESCRIBER, Roles.THERAPIST})
    @ClinicOperation(action = "patient.end-identifier", entity = "Patient")
    @Operation(summary = "End a number the patient was known by",
            description = "It stays on record with the reason. Needs the patient's If-Match. The clinic's own number never ends.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "new insurer", value = PatientExamples.IDENTIFIER_END)))
    @APIResponse(responseCode = "200", description = "The patient, with the new ETag")
    @APIResponse(responseCode = "404", description = "No such patient")
    @APIResponse(responseCode = "409", description = "no-such-identifier, patient-merged or patient-erased")
    @APIResponse(responseCode = "412", description = "Changed by somebody else in between")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public RestResponse<PatientView> end(
            @RestPath UUID id, @RestHeader(HttpHeaders.IF_MATCH) String ifMatch, @Valid @NotNull IdentifierEndRequest former) {
        return answer(patients.endIdentifier(seen(id, ifMatch), former.toDomain(), former.reason(), records.callerId()));
    }

    @GET
    @Path("/former")
    @RolesAllowed({Roles.CLINIC_ADMIN, Roles.PRESCRIBER, Roles.THERAPIST, Roles.MONITOR})
    @ClinicOperation(action = "patient.former-identifiers", entity = "Patient")
    @Operation(summary = "List the numbers that ended, the last first")
    @APIResponse(responseCode = "200", description = "One page; next is absent on the last one")
    @APIResponse(responseCode = "400", description = "`invalid-cursor` or `invalid-limit`")
    @APIResponse(responseCode = "404", description = "No such patient")
    public Page<FormerIdentifierView> former(@RestPath UUID id, @RestQuery String cursor, @RestQuery Integer limit) {
        int size = cursors.limit(limit);
        return cursors.pageById(patients.formerIdentifiers(records.open(id), cursors.lastId(cursor), size + 1), size, FormerIdentifier::id)
                .map(FormerIdentifierView::of);
    }

    private PatientId seen(UUID id, String ifMatch) {
        PatientId patientId = records.open(id);
        Answers.requireMatch(ifMatch, patients.lock(patientId).version());
        audit.fields("identifiers");
        return patientId;
    }

    private static RestResponse<PatientView> answer(Versioned<Patient> patient) {
        PatientView view = PatientView.of(patient);
        return Answers.ok(view, view.version());
    }
}
