package health.stillpoint.patient.erasure.api;

import health.stillpoint.kit.operation.ClinicOperation;
import health.stillpoint.patient.PatientRecords;
import health.stillpoint.patient.Roles;
import health.stillpoint.patient.erasure.Erasures;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Removing who a person is. */
@Path("/api/v1/patients/{id}/erasure-requests")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Patients")
public class ErasureResource {

    private final Erasures erasures;
    private final PatientRecords records;

    ErasureResource(Erasures erasures, PatientRecords records) {
        this.erasures = erasures;
        this.records = records;
    }

    @POST
    @RolesAllowed(Roles.CLINIC_ADMIN)
    @ClinicOperation(action = "patient.erase", entity = "Patient")
    @Operation(summary = "Remove the identity of a person", description = "At once and for good, here and in the other services. "
            + "Clinical facts stay without identity until keepUntil and are then deleted; the audit trail stays. Refused while "
            + "the person must stay reachable: under treatment, not recovered, with an open hold or safety alert, at risk of suicide.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "the patient asked", value = ErasureExamples.ERASE)))
    @APIResponse(responseCode = "200", description = "Removed; says what is gone, what is kept and until when")
    @APIResponse(responseCode = "404", description = "No such patient")
    @APIResponse(responseCode = "409", description = "erasure-refused, or patient-erased when it was removed before")
    public ErasureView erase(@RestPath UUID id, @Valid @NotNull ErasureRequest request) {
        return ErasureView.of(
                erasures.erase(records.open(id), request.reason(), request.requestedBy(), records.callerId()));
    }
}
