package health.stillpoint.patient.consent.api;

import health.stillpoint.kit.paging.Page;
import health.stillpoint.patient.Roles;
import health.stillpoint.patient.consent.domain.ConsentTemplate;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Versions of the consent texts; they hold nothing of any clinic. */
@Path("/api/v1/consent-templates")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Consent")
public class ConsentTemplateResource {

    @GET
    @RolesAllowed({Roles.CLINIC_ADMIN, Roles.PRESCRIBER, Roles.THERAPIST, Roles.MONITOR, Roles.PATIENT})
    @Operation(summary = "List the versions of the consent texts and their elements")
    @APIResponse(responseCode = "200", description = "All versions")
    public Page<ConsentTemplateView> list() {
        return new Page<>(ConsentTemplate.ALL.stream().map(ConsentTemplateView::of).toList(), null);
    }
}
