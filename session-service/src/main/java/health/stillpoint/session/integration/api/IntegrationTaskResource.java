package health.stillpoint.session.integration.api;

import health.stillpoint.kit.audit.AuditDetail;
import health.stillpoint.kit.operation.ClinicOperation;
import health.stillpoint.kit.paging.Cursors;
import health.stillpoint.kit.paging.Page;
import health.stillpoint.session.Roles;
import health.stillpoint.session.charting.Charting;
import health.stillpoint.session.integration.IntegrationTasks;
import health.stillpoint.session.integration.domain.TaskStatus;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** Integration tasks. */
@Path("/api/v1/integration-tasks")
@Tag(name = "Integration")
@RunOnVirtualThread
public class IntegrationTaskResource {

    private final IntegrationTasks tasks;
    private final Charting charting;
    private final AuditDetail audit;
    private final Cursors cursors;

    IntegrationTaskResource(IntegrationTasks tasks, Charting charting, AuditDetail audit, Cursors cursors) {
        this.tasks = tasks;
        this.charting = charting;
        this.audit = audit;
        this.cursors = cursors;
    }

    @GET
    @RolesAllowed({Roles.THERAPIST, Roles.PRESCRIBER, Roles.MONITOR, Roles.CLINIC_ADMIN})
    @ClinicOperation(action = "integration-task.list", entity = "IntegrationTask")
    @Operation(summary = "List integration tasks", description = "One for each dose; the next dose waits for it.")
    @APIResponse(responseCode = "200", description = "A page of tasks, oldest first")
    @APIResponse(responseCode = "400", description = "`invalid-cursor` or `invalid-limit`")
    public Page<IntegrationTaskView> list(@RestQuery UUID patientId, @RestQuery TaskStatus status, @RestQuery String cursor, @RestQuery Integer limit) {
        if (patientId != null) {
            audit.subject(patientId);
        }
        int size = cursors.limit(limit);
        UUID after = cursors.decode(cursor).map(keys -> UUID.fromString(keys.getFirst())).orElse(null);
        List<IntegrationTaskView> found = tasks.list(patientId, status, after, size + 1).stream()
                .map(task -> IntegrationTaskView.of(task, charting.now())).toList();
        return cursors.page(found, size, view -> new String[] {view.id().toString()});
    }
}
