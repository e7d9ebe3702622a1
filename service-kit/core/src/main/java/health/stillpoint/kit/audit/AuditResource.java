package health.stillpoint.kit.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.stillpoint.kit.operation.ClinicOperation;
import health.stillpoint.kit.operation.ClinicOperations;
import health.stillpoint.kit.operation.Operation;
import health.stillpoint.kit.paging.Cursors;
import health.stillpoint.kit.paging.Page;
import health.stillpoint.kit.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** The caller's clinic's audit trail. Reading it is audited like everything else. */
@Path("/api/v1/audit-events")
@Tag(name = "Audit trail")
@RolesAllowed("auditor")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class AuditResource {

    private final AuditTrail trail;
    private final AuditDetail audit;
    private final Cursors cursors;
    private final ClinicOperations operations;
    private final ObjectMapper mapper;

    AuditResource(AuditTrail trail, AuditDetail audit, Cursors cursors, ClinicOperations operations, ObjectMapper mapper) {
        this.trail = trail;
        this.audit = audit;
        this.cursors = cursors;
        this.operations = operations;
        this.mapper = mapper;
    }

    @GET
    @ClinicOperation(action = "audit.search", entity = "AuditEvent", readOnly = true)
    @org.eclipse.microprofile.openapi.annotations.Operation(summary = "Who saw or did what, newest first")
    @APIResponse(responseCode = "200", description = "A page of sealed audit events")
    @APIResponse(responseCode = "400", description = "A time, cursor or limit cannot be read")
    public Page<AuditEvent> search(@RestQuery UUID aboutId, @RestQuery String subject, @RestQuery String from,
            @RestQuery String to, @RestQuery String cursor, @RestQuery Integer limit) {
        if (aboutId != null) {
            audit.subject(aboutId);
        }
        int size = cursors.limit(limit);
        long before = cursors.decode(cursor).map(keys -> Long.parseLong(keys.getFirst())).orElse(Long.MAX_VALUE);
        AuditTrail.Wanted wanted = new AuditTrail.Wanted(aboutId, subject, moment("from", from), moment("to", to));
        List<AuditEvent> found = trail.newest(wanted, before, size + 1);
        return cursors.page(found, size, event -> new String[] {Long.toString(event.position())});
    }

    @GET
    @Path("/verification")
    @ClinicOperation(action = "audit.verify", entity = "AuditEvent", readOnly = true)
    @org.eclipse.microprofile.openapi.annotations.Operation(summary = "Check the clinic's chain and its checkpoints",
            description = "A long chain is checked in steps, from the first row on: as long as next is there, ask again with it as cursor.")
    @APIResponse(responseCode = "200", description = "Whether it is intact as far as it was checked, and the first bad position if not")
    @APIResponse(responseCode = "400", description = "The cursor is not one of a verification (invalid-cursor)")
    public Verification verify(@Parameter(description = "next of the step before") @RestQuery String cursor) {
        AuditTrail.Walk walk = trail.verify(cursors.decode(cursor).map(AuditResource::place).orElse(AuditTrail.Place.START));
        AuditTrail.Place reached = walk.reached();
        return new Verification(walk.intact(), walk.positions(), walk.firstBadPosition(), walk.reason(), walk.checkpoints(),
                reached == null ? null : cursors.encode(Long.toString(reached.position()), reached.hash()));
    }

    /** The cursor is signed, so its row was found right. */
    private static AuditTrail.Place place(List<String> keys) {
        return new AuditTrail.Place(Long.parseLong(keys.getFirst()), keys.getLast());
    }

    /**
     * What one step of checking a chain found.
     *
     * @param positions rows from the first one on that were found in order
     * @param firstBadPosition null when all is well
     * @param reason null when all is well; {@code POSITION_MISSING}, {@code PREVIOUS_HASH}, {@code HASH}, {@code TRUNCATED},
     *     {@code CHECKPOINT_DIFFERS} or {@code CHECKPOINT_SIGNATURE}
     * @param checkpoints how many were compared in this step
     * @param next cursor of the next step; null at the end of the chain and at the first fault
     */
    public record Verification(boolean intact, long positions, Long firstBadPosition, String reason, int checkpoints, String next) {
    }

    @GET
    @Path("/export")
    @Produces("application/x-ndjson")
    @ClinicOperation(action = "audit.export", entity = "AuditEvent", readOnly = true)
    @org.eclipse.microprofile.openapi.annotations.Operation(
            summary = "The whole chain and its checkpoints, one JSON object a line")
    @APIResponse(responseCode = "200", description = "NDJSON as docs/audit-trail.md describes it")
    public RestResponse<StreamingOutput> export() {
        UUID clinic = Operation.current().clinicId();
        return RestResponse.ResponseBuilder.<StreamingOutput>ok(out -> write(clinic, out))
                .header("Content-Disposition", "attachment; filename=\"audit-events.ndjson\"")
                .build();
    }

    private void write(UUID clinic, OutputStream out) throws IOException {
        write(clinic, out, "event", behind -> trail.behind(behind, AuditTrail.CHUNK), AuditEvent::position);
        write(clinic, out, "checkpoint", behind -> trail.checkpoints(behind, Long.MAX_VALUE), AuditCheckpoint::position);
    }

    /** Chunk by chunk, each in a transaction of its own, so that memory and snapshots stay small. */
    private <T> void write(UUID clinic, OutputStream out, String kind, LongFunction<List<T>> chunks, ToLongFunction<T> positions)
            throws IOException {
        long position = 0;
        List<T> chunk;
        do {
            long behind = position;
            chunk = operations.continued(clinic, () -> chunks.apply(behind));
            for (T row : chunk) {
                out.write(line(kind, row));
                position = positions.applyAsLong(row);
            }
        } while (chunk.size() == AuditTrail.CHUNK);
    }

    private byte[] line(String kind, Object record) throws JsonProcessingException {
        ObjectNode line = mapper.createObjectNode().put("kind", kind);
        line.setAll((ObjectNode) mapper.valueToTree(record));
        return (mapper.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static Instant moment(String parameter, String text) {
        try {
            return text == null || text.isEmpty() ? null : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw Problem.of(400, "unreadable", "The request cannot be read")
                    .detail("The parameter " + parameter + " must be an RFC 3339 time in UTC.").toException();
        }
    }
}
