package health.stillpoint.session.dose.api;

import health.stillpoint.kit.audit.AuditDetail;
import health.stillpoint.kit.http.Answers;
import health.stillpoint.kit.identity.Caller;
import health.stillpoint.kit.operation.ClinicOperation;
import health.stillpoint.kit.operation.Idempotency;
import health.stillpoint.session.Roles;
import health.stillpoint.session.charting.Charting;
import health.stillpoint.session.dose.TopUps;
import health.stillpoint.session.dose.domain.Dose;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** The second injection of a session. */
@Path("/api/v1/sessions/{id}/top-ups")
@Tag(name = "Doses")
@RunOnVirtualThread
public class TopUpResource {

    private final TopUps topUps;
    private final Charting charting;
    private final Caller caller;
    private final AuditDetail audit;

    TopUpResource(TopUps topUps, Charting charting, Caller caller, AuditDetail audit) {
        this.topUps = topUps;
        this.charting = charting;
        this.caller = caller;
        this.audit = audit;
    }

    @POST
    @RolesAllowed({Roles.MONITOR, Roles.PRESCRIBER})
    @ClinicOperation(action = "dose.top-up", entity = "Dose", idempotency = Idempotency.REQUIRED)
    @Operation(summary = "Record the second injection of a session",
            description = "IM, SC or IV, once, 15 minutes or more after the first dose, at most half of it, on an order of its own signed since; "
                    + "MOAA/S 5 and a blood pressure without an alert in the five minutes before. Both doses together keep the cap and every "
                    + "condition of a dose is asked again. Recovery and observation begin anew. Needs `Idempotency-Key`.")
    @APIResponse(responseCode = "201", description = "Recorded, with its ledger lines")
    @APIResponse(responseCode = "400", description = "`idempotency-key-required`")
    @APIResponse(responseCode = "404", description = "`no-such-session`")
    @APIResponse(responseCode = "409", description = "`top-up-refused` with `unmet`, or `step-not-allowed`: nobody is under observation")
    @APIResponse(responseCode = "422", description = "`in-the-future`, `out-of-order` or an invalid value")
    public RestResponse<DoseView> give(@RestPath UUID id, @Valid @NotNull DoseRequestBody request) {
        Dose topUp = topUps.give(request.toDomain(id, charting, caller));
        audit.subject(topUp.patientId()).entity("Dose", topUp.id());
        return Answers.created(URI.create("/api/v1/sessions/" + id + "/doses/" + topUp.id()), DoseView.of(topUp), 0);
    }
}
