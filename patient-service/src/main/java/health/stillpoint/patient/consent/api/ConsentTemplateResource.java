package health.stillpoint.patient.consent.api;

import health.stillpoint.kit.http.ListFilters;
import health.stillpoint.kit.paging.Page;
import health.stillpoint.patient.Roles;
import health.stillpoint.patient.consent.domain.ConsentScope;
import health.stillpoint.patient.consent.domain.ConsentTemplate;
import health.stillpoint.patient.consent.domain.ConsentTemplates;
import health.stillpoint.patient.consent.domain.ConsentText;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** The consent texts; they hold nothing of any clinic. */
@Path("/api/v1/consent-templates")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Consent")
public class ConsentTemplateResource {

    private final ConsentTemplates templates;

    ConsentTemplateResource(ConsentTemplates templates) {
        this.templates = templates;
    }

    @GET
    @RolesAllowed({Roles.CLINIC_ADMIN, Roles.PRESCRIBER, Roles.THERAPIST, Roles.MONITOR, Roles.PATIENT})
    @Operation(summary = "List the consent texts", description = "Every version in each of its languages, oldest first.")
    @APIResponse(responseCode = "200", description = "All texts that match")
    @APIResponse(responseCode = "400", description = "unknown-parameter, unreadable or unusable-filter")
    public Page<ConsentTemplateView> list(
            @Parameter(description = "Only those of this scope") @RestQuery ConsentScope scope,
            @Parameter(description = "Only those for this BCP 47 tag, whatever its region", example = "es-US") @RestQuery String language) {
        requireOffered(language);
        List<ConsentTemplateView> views = new ArrayList<>();
        for (ConsentTemplate template : templates.all()) {
            if (scope == null || scope == template.scope()) {
                textsOf(template, language).forEach(text -> views.add(ConsentTemplateView.of(template, text, templates.isCurrent(template))));
            }
        }
        return new Page<>(views, null);
    }

    private void requireOffered(String language) {
        if (language != null && templates.all().stream().noneMatch(template -> template.in(language).isPresent())) {
            throw ListFilters.unusable("language", "is not one the list knows");
        }
    }

    private static List<ConsentText> textsOf(ConsentTemplate template, String language) {
        return language == null ? template.texts() : template.in(language).stream().toList();
    }
}
