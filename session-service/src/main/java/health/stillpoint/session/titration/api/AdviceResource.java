package health.stillpoint.session.titration.api;

import health.stillpoint.kit.audit.AuditDetail;
import health.stillpoint.kit.operation.ClinicOperation;
import health.stillpoint.session.Roles;
import health.stillpoint.session.titration.Titration;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Advice for the next dose of a course. */
@Path("/api/v1/courses/{id}/next-dose-advice")
@Tag(name = "Dose orders")
@RunOnVirtualThread
public class AdviceResource {

    private final Titration titration;
    private final AuditDetail audit;

    AdviceResource(Titration titration, AuditDetail audit) {
        this.titration = titration;
        this.audit = audit;
    }

    @GET
    @RolesAllowed({Roles.PRESCRIBER, Roles.THERAPIST})
    @ClinicOperation(action = "titration.advise", entity = "Course")
    @Operation(summary = "Advice for the next dose", description = "The titration table by priority, with reasons. Dissociation is never chased.")
    @APIResponse(responseCode = "200", description = "The advice")
    @APIResponse(responseCode = "404", description = "`no-such-course`")
    public AdviceView advise(@RestPath UUID id) {
        Titration.Advised advised = titration.advise(id);
        audit.subject(advised.patientId());
        return AdviceView.of(id, advised);
    }
}
