package health.stillpoint.patient.duplicates.api;

import health.stillpoint.kit.operation.ClinicOperation;
import health.stillpoint.kit.paging.Page;
import health.stillpoint.patient.PatientRecords;
import health.stillpoint.patient.Roles;
import health.stillpoint.patient.duplicates.Duplicates;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Records that may be of the same person. */
@Path("/api/v1/patients/{id}/duplicates")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Patients")
public class DuplicateResource {

    private final Duplicates duplicates;
    private final PatientRecords records;

    DuplicateResource(Duplicates duplicates, PatientRecords records) {
        this.duplicates = duplicates;
        this.records = records;
    }

    @GET
    @RolesAllowed({Roles.CLINIC_ADMIN, Roles.PRESCRIBER, Roles.THERAPIST})
    @ClinicOperation(action = "patient.duplicates", entity = "Patient")
    @Operation(summary = "Records that may be of the same person",
            description = "At most 20 of this clinic, the most likely first, each with its reasons. A person decides.")
    @APIResponse(responseCode = "200", description = "Candidates; none when the list is empty")
    @APIResponse(responseCode = "404", description = "No such patient")
    public Page<DuplicateView> list(@RestPath UUID id) {
        return new Page<>(duplicates.of(records.open(id)).stream().map(DuplicateView::of).toList(), null);
    }
}
