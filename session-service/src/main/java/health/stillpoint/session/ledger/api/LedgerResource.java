package health.stillpoint.session.ledger.api;

import health.stillpoint.kit.audit.AuditDetail;
import health.stillpoint.kit.http.Answers;
import health.stillpoint.kit.identity.Caller;
import health.stillpoint.kit.operation.ClinicOperation;
import health.stillpoint.kit.operation.Idempotency;
import health.stillpoint.kit.paging.Cursors;
import health.stillpoint.kit.paging.Page;
import health.stillpoint.session.Roles;
import health.stillpoint.session.charting.Charting;
import health.stillpoint.session.ledger.Ledger;
import health.stillpoint.session.ledger.domain.Lot;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** The controlled-substance ledger. */
@Path("/api/v1/ledger")
@Tag(name = "Ledger")
@RunOnVirtualThread
public class LedgerResource {

    private final Ledger ledger;
    private final Charting charting;
    private final Caller caller;
    private final AuditDetail audit;
    private final Cursors cursors;

    LedgerResource(Ledger ledger, Charting charting, Caller caller, AuditDetail audit, Cursors cursors) {
        this.ledger = ledger;
        this.charting = charting;
        this.caller = caller;
        this.audit = audit;
        this.cursors = cursors;
    }

    @POST
    @Path("/lots")
    @RolesAllowed({Roles.CLINIC_ADMIN, Roles.PRESCRIBER, Roles.MONITOR})
    @ClinicOperation(action = "ledger.receive-lot", entity = "Lot", idempotency = Idempotency.REQUIRED)
    @Operation(summary = "Receive a lot", description = "Writes the receipt in the same step. Needs `Idempotency-Key`.")
    @APIResponse(responseCode = "201", description = "Received")
    @APIResponse(responseCode = "400", description = "`idempotency-key-required`")
    @APIResponse(responseCode = "409", description = "`conflict`: this lot number of the product is in the ledger already")
    @APIResponse(responseCode = "422", description = "`invalid-value` with `violations`")
    public RestResponse<LotView> receive(@Valid @NotNull LotRequest request) {
        Lot lot = ledger.receive(request.toDelivery(), caller.subjectId());
        audit.entity("Lot", lot.id());
        return Answers.created(URI.create("/api/v1/ledger/lots/" + lot.id()), LotView.of(lot), lot.version());
    }

    @GET
    @Path("/lots")
    @RolesAllowed({Roles.CLINIC_ADMIN, Roles.PRESCRIBER, Roles.MONITOR})
    @ClinicOperation(action = "ledger.list-lots", entity = "Lot")
    @Operation(summary = "List lots with their balance")
    @APIResponse(responseCode = "200", description = "A page of lots, oldest first")
    @APIResponse(responseCode = "400", description = "`invalid-cursor` or `invalid-limit`")
    public Page<LotView> lots(@RestQuery String cursor, @RestQuery Integer limit) {
        int size = cursors.limit(limit);
        List<LotView> found = ledger.lots(after(cursor), size + 1).stream().map(LotView::of).toList();
        return cursors.page(found, size, view -> new String[] {view.id().toString()});
    }

    @GET
    @Path("/lots/{id}")
    @RolesAllowed({Roles.CLINIC_ADMIN, Roles.PRESCRIBER, Roles.MONITOR})
    @ClinicOperation(action = "ledger.read-lot", entity = "Lot")
    @Operation(summary = "Read a lot")
    @APIResponse(responseCode = "200", description = "The lot")
    @APIResponse(responseCode = "404", description = "`no-such-lot`")
    public RestResponse<LotView> lot(@RestPath UUID id) {
        Lot lot = ledger.withId(id);
        return Answers.ok(LotView.of(lot), lot.version());
    }

    @POST
    @Path("/movements")
    @RolesAllowed({Roles.PRESCRIBER, Roles.MONITOR})
    @ClinicOperation(action = "ledger.move", entity = "Movement", idempotency = Idempotency.REQUIRED)
    @Operation(summary = "Record waste, return, destruction or loss",
            description = "WASTE and DESTROY wait for a witness: a second, different, signed-in person. Needs `Idempotency-Key`.")
    @APIResponse(responseCode = "201", description = "Recorded, or waiting for its witness")
    @APIResponse(responseCode = "404", description = "`no-such-lot`")
    @APIResponse(responseCode = "409", description = "`movement-refused` with `unmet`")
    @APIResponse(responseCode = "422", description = "`invalid-value` with `violations`")
    public RestResponse<MovementView> move(@Valid @NotNull MovementRequest request) {
        Ledger.Change change = new Ledger.Change(request.lotId(), request.type(), request.milligrams(), request.sessionId(),
                request.reason(), charting.happened(request.occurredAt(), "occurredAt"));
        MovementView view = request.type().needsWitness() ? MovementView.of(ledger.propose(change, caller.subjectId()))
                : MovementView.of(ledger.record(change, caller.subjectId()));
        audit.entity("Movement", view.id());
        return Answers.created(URI.create("/api/v1/ledger/movements/" + view.id()), view, 0);
    }

    @POST
    @Path("/movements/{id}/witness")
    @RolesAllowed({Roles.CLINIC_ADMIN, Roles.PRESCRIBER, Roles.MONITOR, Roles.THERAPIST})
    @ClinicOperation(action = "ledger.witness", entity = "Movement", idempotency = Idempotency.REQUIRED)
    @Operation(summary = "Witness a destruction", description = "By somebody who neither proposed it nor gave the dose. Needs `Idempotency-Key`.")
    @APIResponse(responseCode = "200", description = "Recorded")
    @APIResponse(responseCode = "409", description = "`movement-refused` with `unmet`")
    @APIResponse(responseCode = "404", description = "Not found, or of another clinic")
    public MovementView witness(@RestPath UUID id) {
        return MovementView.of(ledger.witness(id, caller.subjectId()));
    }

    @GET
    @Path("/movements")
    @RolesAllowed({Roles.CLINIC_ADMIN, Roles.PRESCRIBER, Roles.MONITOR})
    @ClinicOperation(action = "ledger.list-movements", entity = "Movement")
    @Operation(summary = "List the lines of the ledger")
    @APIResponse(responseCode = "200", description = "A page of lines, oldest first")
    @APIResponse(responseCode = "400", description = "`invalid-cursor` or `invalid-limit`")
    public Page<MovementView> movements(@RestQuery UUID lotId, @RestQuery UUID sessionId, @RestQuery String cursor, @RestQuery Integer limit) {
        int size = cursors.limit(limit);
        List<MovementView> found = ledger.movements(lotId, sessionId, after(cursor), size + 1).stream().map(MovementView::of).toList();
        return cursors.page(found, size, view -> new String[] {view.id().toString()});
    }

    @GET
    @Path("/balance")
    @RolesAllowed({Roles.CLINIC_ADMIN, Roles.PRESCRIBER, Roles.MONITOR})
    @ClinicOperation(action = "ledger.balance", entity = "Lot")
    @Operation(summary = "Book balance of a lot", description = "The sum of its movements recorded until `at`, now when absent.")
    @APIResponse(responseCode = "200", description = "The balance")
    @APIResponse(responseCode = "404", description = "`no-such-lot`")
    public BalanceView balance(@RestQuery @NotNull UUID lotId, @RestQuery Instant at) {
        Instant until = at == null ? charting.now() : at;
        audit.entity("Lot", lotId);
        return new BalanceView(lotId, ledger.balance(lotId, until), until);
    }

    private UUID after(String cursor) {
        return cursors.decode(cursor).map(keys -> UUID.fromString(keys.getFirst())).orElse(null);
    }
}
