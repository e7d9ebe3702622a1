package health.stillpoint.patient.search.api;

import health.stillpoint.kit.operation.ClinicOperation;
import health.stillpoint.kit.paging.Cursors;
import health.stillpoint.kit.paging.Page;
import health.stillpoint.patient.Roles;
import health.stillpoint.patient.intake.domain.Diagnosis;
import health.stillpoint.patient.patients.domain.ProgrammeState;
import health.stillpoint.patient.risk.domain.RiskFlag;
import health.stillpoint.patient.search.PatientSearch;
import health.stillpoint.patient.search.domain.Hit;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** The list of patients and the search in it. */
@Path("/api/v1/patients")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Patients")
public class PatientListResource {

    private final PatientSearch search;
    private final Cursors cursors;

    PatientListResource(PatientSearch search, Cursors cursors) {
        this.search = search;
        this.cursors = cursors;
    }

    @GET
    @RolesAllowed({Roles.CLINIC_ADMIN, Roles.PRESCRIBER, Roles.THERAPIST, Roles.MONITOR})
    @ClinicOperation(action = "patient.list", entity = "Patient")
    @Operation(summary = "List and search patients", description = "First registered first; with a text the best match first. "
            + "All filters must hold. Merged and erased records are not listed. An unknown parameter or an empty filter is refused.")
    @APIResponse(responseCode = "200", description = "One page; next is absent on the last one")
    @APIResponse(responseCode = "400", description = "unknown-parameter or unusable-filter")
    public Page<PatientSummary> list(
            @RestQuery String cursor,
            @RestQuery Integer limit,
            @Parameter(description = "Words of a name; misspelled, without accents or only begun",
                            schema = @Schema(maxLength = PatientFilters.LONGEST_TEXT), example = "sofie martines") @RestQuery String text,
            @Parameter(description = "A number the patient is known by: system|value, or the value alone",
                            example = "urn:example:insurance|12345") @RestQuery String identifier,
            @Parameter(schema = @Schema(implementation = ProgrammeState.class)) @RestQuery String programmeState,
            @Parameter(description = "Primary diagnosis of the latest signed intake",
                            schema = @Schema(implementation = Diagnosis.class)) @RestQuery String diagnosis,
            @Parameter(description = "A practitioner who is on the care team now",
                            schema = @Schema(implementation = UUID.class)) @RestQuery String clinician,
            @Parameter(description = "A flag that stands now", schema = @Schema(implementation = RiskFlag.class))
                    @RestQuery String riskFlag) {
        int size = cursors.limit(limit);
        Hit after = cursors.decode(cursor).map(PatientListResource::place).orElse(null);
        List<PatientSearch.Found> found = search.find(
                PatientFilters.read(text, identifier, programmeState, diagnosis, clinician, riskFlag), after, size + 1);
        Page<PatientSearch.Found> page = cursors.page(found, size, PatientListResource::keys);
        return new Page<>(page.items().stream().map(PatientSummary::of).toList(), page.next());
    }

    /** With the match as it was computed: a rounded one would leave out who matches as well as the last one. */
    private static String[] keys(PatientSearch.Found last) {
        return new String[] {last.patient().value().id().toString(), last.nameMatch() == null ? "" : last.nameMatch().toString()};
    }

    private static Hit place(List<String> keys) {
        return new Hit(UUID.fromString(keys.getFirst()), keys.getLast().isEmpty() ? null : Double.valueOf(keys.getLast()));
    }
}
