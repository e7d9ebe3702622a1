package health.stillpoint.session.dose.api;

import health.stillpoint.kit.audit.AuditDetail;
import health.stillpoint.kit.http.Answers;
import health.stillpoint.kit.identity.Caller;
import health.stillpoint.kit.operation.ClinicOperation;
import health.stillpoint.kit.operation.Idempotency;
import health.stillpoint.kit.paging.Page;
import health.stillpoint.session.Roles;
import health.stillpoint.session.charting.Charting;
import health.stillpoint.session.dose.Doses;
import health.stillpoint.session.dose.domain.Dose;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** The dose of a session. */
@Path("/api/v1/sessions/{id}/doses")
@Tag(name = "Doses")
@RunOnVirtualThread
public class DoseResource {

    private final Doses doses;
    private final Charting charting;
    private final Caller caller;
    private final AuditDetail audit;

    DoseResource(Doses doses, Charting charting, Caller caller, AuditDetail audit) {
        this.doses = doses;
        this.charting = charting;
        this.caller = caller;
        this.audit = audit;
    }

    @POST
    @RolesAllowed({Roles.MONITOR, Roles.PRESCRIBER})
    @ClinicOperation(action = "dose.give", entity = "Dose", idempotency = Idempotency.REQUIRED)
    @Operation(summary = "Record a dose as given",
            description = "All conditions are asked in one transaction and every unmet one is named at once. Of attempts at the same moment "
                    + "exactly one succeeds. KNOWLEDGE_STALE alone can be overridden, by a prescriber with a reason. Needs `Idempotency-Key`.")
    @APIResponse(responseCode = "201", description = "Recorded, with its ledger lines and its integration task")
    @APIResponse(responseCode = "400", description = "`idempotency-key-required`")
    @APIResponse(responseCode = "404", description = "`no-such-session`")
    @APIResponse(responseCode = "409", description = "`dose-refused` with `unmet`, or `step-not-allowed`")
    @APIResponse(responseCode = "422", description = "`in-the-future`, `out-of-order` or an invalid value")
    public RestResponse<DoseView> give(@RestPath UUID id, @Valid @NotNull DoseRequestBody request) {
        Dose dose = doses.give(request.toDomain(id, charting, caller));
        audit.subject(dose.patientId()).entity("Dose", dose.id());
        return Answers.created(URI.create("/api/v1/sessions/" + id + "/doses/" + dose.id()), DoseView.of(dose), 0);
    }

    @GET
    @RolesAllowed({Roles.MONITOR, Roles.PRESCRIBER, Roles.THERAPIST})
    @ClinicOperation(action = "dose.list", entity = "Dose")
    @Operation(summary = "Read the dose of a session")
    @APIResponse(responseCode = "200", description = "None, one, or one with its top-up")
    @APIResponse(responseCode = "404", description = "Not found, or of another clinic")
    public Page<DoseView> list(@RestPath UUID id) {
        List<Dose> found = doses.ofSession(id);
        found.stream().findFirst().ifPresent(dose -> audit.subject(dose.patientId()));
        return new Page<>(found.stream().map(DoseView::of).toList(), null);
    }
}
