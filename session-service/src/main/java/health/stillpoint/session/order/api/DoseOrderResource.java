package health.stillpoint.session.order.api;

import health.stillpoint.kit.audit.AuditDetail;
import health.stillpoint.kit.http.Answers;
import health.stillpoint.kit.identity.Caller;
import health.stillpoint.kit.operation.ClinicOperation;
import health.stillpoint.kit.paging.Page;
import health.stillpoint.session.Roles;
import health.stillpoint.session.order.DoseOrders;
import health.stillpoint.session.order.domain.DoseOrder;
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

/** Dose orders of a course. */
@Path("/api/v1/courses/{courseId}/dose-orders")
@Tag(name = "Dose orders")
@RunOnVirtualThread
public class DoseOrderResource {

    private final DoseOrders orders;
    private final Caller caller;
    private final AuditDetail audit;

    DoseOrderResource(DoseOrders orders, Caller caller, AuditDetail audit) {
        this.orders = orders;
        this.caller = caller;
        this.audit = audit;
    }

    @POST
    @RolesAllowed(Roles.PRESCRIBER)
    @ClinicOperation(action = "dose-order.sign", entity = "DoseOrder")
    @Operation(summary = "Sign a dose order",
            description = "Computes mg, level, cap, volume and pump rate; a dose over the cap cannot be saved and no override exists. "
                    + "Sex at birth is the registered one; weight and height agree with the patient's earlier orders, or `remeasuredReason` says "
                    + "why they were measured anew.")
    @APIResponse(responseCode = "201", description = "Signed")
    @APIResponse(responseCode = "404", description = "`no-such-course`")
    @APIResponse(responseCode = "409", description = "`body-data-differ` with `differences`")
    @APIResponse(responseCode = "422", description = "`dose-over-cap` or `order-refused` with `unmet`, or an invalid value")
    public RestResponse<DoseOrderView> sign(@RestPath UUID courseId, @Valid @NotNull DoseOrderRequest request) {
        DoseOrder order = orders.sign(courseId, request.toDomain(), request.remeasuredReason(), caller.subjectId());
        audit.subject(order.patientId()).entity("DoseOrder", order.id());
        return Answers.created(URI.create("/api/v1/courses/" + courseId + "/dose-orders/" + order.id()), DoseOrderView.of(order), order.version());
    }

    @GET
    @RolesAllowed({Roles.PRESCRIBER, Roles.THERAPIST, Roles.MONITOR})
    @ClinicOperation(action = "dose-order.list", entity = "DoseOrder")
    @Operation(summary = "List the orders of a course")
    @APIResponse(responseCode = "200", description = "All orders, oldest first")
    @APIResponse(responseCode = "404", description = "Not found, or of another clinic")
    public Page<DoseOrderView> list(@RestPath UUID courseId) {
        List<DoseOrder> found = orders.ofCourse(courseId);
        found.stream().findFirst().ifPresent(order -> audit.subject(order.patientId()));
        return new Page<>(found.stream().map(DoseOrderView::of).toList(), null);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.PRESCRIBER, Roles.THERAPIST, Roles.MONITOR})
    @ClinicOperation(action = "dose-order.read", entity = "DoseOrder")
    @Operation(summary = "Read an order")
    @APIResponse(responseCode = "200", description = "The order")
    @APIResponse(responseCode = "404", description = "`no-such-dose-order`")
    public RestResponse<DoseOrderView> read(@RestPath UUID courseId, @RestPath UUID id) {
        DoseOrder order = orders.withId(courseId, id);
        audit.subject(order.patientId());
        return Answers.ok(DoseOrderView.of(order), order.version());
    }
}
