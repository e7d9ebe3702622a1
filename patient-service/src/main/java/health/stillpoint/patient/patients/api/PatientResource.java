package health.stillpoint.patient.patients.api;

import health.stillpoint.kit.audit.AuditDetail;
import health.stillpoint.kit.http.Answers;
import health.stillpoint.kit.operation.ClinicOperation;
import health.stillpoint.patient.PatientRecords;
import health.stillpoint.patient.Roles;
import health.stillpoint.patient.patients.Patients;
import health.stillpoint.patient.patients.domain.Patient;
import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.patients.domain.Versioned;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** The register of patients. */
@Path("/api/v1/patients")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Patients", description = "Who is in the programme")
public class PatientResource {

    private final Patients patients;
    private final PatientRecords records;
    private final AuditDetail audit;

    PatientResource(Patients patients, PatientRecords records, AuditDetail audit) {
        this.patients = patients;
        this.records = records;
        this.audit = audit;
    }

    @POST
    @RolesAllowed({Roles.CLINIC_ADMIN, Roles.PRESCRIBER, Roles.THERAPIST})
    @ClinicOperation(action = "patient.register", entity = "Patient")
    @Operation(summary = "Register a patient", description = "The clinic's own record number is added. Minors are refused. "
            + "Nobody is looked for: follow Link to see whether the person is there already.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "adult", value = PatientExamples.REGISTER)))
    @APIResponse(responseCode = "201",
            description = "Registered, with ETag, Location, and Link rel=related to the records that may be of the same person")
    @APIResponse(responseCode = "409", description = "identifier-taken")
    @APIResponse(responseCode = "422", description = "patient-minor, implausible-date, or a value outside its range")
    public RestResponse<PatientView> register(@Valid @NotNull PatientRequest request) {
        PatientView view = PatientView.of(patients.register(request.toDomain(), records.callerId()));
        audit.subject(view.id()).entity("Patient", view.id());
        URI address = URI.create("/api/v1/patients/" + view.id());
        RestResponse<PatientView> created = Answers.created(address, view, view.version());
        created.getHeaders().putSingle(HttpHeaders.LINK, "<" + address + "/duplicates>; rel=\"related\"");
        return created;
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.CLINIC_ADMIN, Roles.PRESCRIBER, Roles.THERAPIST, Roles.MONITOR, Roles.PATIENT})
    @ClinicOperation(action = "patient.read", entity = "Patient")
    @Operation(summary = "Read a patient", description = "A patient reads the own record only.")
    @APIResponse(responseCode = "200", description = "The patient, with ETag")
    @APIResponse(responseCode = "404", description = "No such patient")
    @APIResponse(responseCode = "410", description = "patient-erased: nothing is kept of this person any more")
    public RestResponse<PatientView> read(@RestPath UUID id) {
        PatientView view = PatientView.of(patients.read(records.open(id)));
        return Answers.ok(view, view.version());
    }

    @PATCH
    @Path("/{id}")
    @RolesAllowed({Roles.CLINIC_ADMIN, Roles.PRESCRIBER, Roles.THERAPIST})
    @ClinicOperation(action = "patient.change", entity = "Patient")
    @Operation(summary = "Change what is known of a patient", description = "Absent fields stay. Needs If-Match. Identifiers have their own operations.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "new number", value = PatientExamples.CHANGE)))
    @APIResponse(responseCode = "200", description = "Changed, with the new ETag")
    @APIResponse(responseCode = "400", description = "unreadable or if-match-unusable")
    @APIResponse(responseCode = "412", description = "Changed by somebody else in between")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public RestResponse<PatientView> change(
            @RestPath UUID id, @RestHeader(HttpHeaders.IF_MATCH) String ifMatch, @Valid @NotNull PatientPatch patch) {
        PatientId patientId = records.open(id);
        Versioned<Patient> present = patients.read(patientId);
        Answers.requireMatch(ifMatch, present.version());
        audit.fields(patch.fields());
        PatientView view = PatientView.of(patients.change(patientId, patch::applyTo));
        return Answers.ok(view, view.version());
    }
}
