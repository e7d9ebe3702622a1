package health.stillpoint.kit.testapp;

import health.stillpoint.kit.audit.AuditDetail;
import health.stillpoint.kit.http.Answers;
import health.stillpoint.kit.id.Ids;
import health.stillpoint.kit.operation.ClinicOperation;
import health.stillpoint.kit.operation.Idempotency;
import health.stillpoint.kit.outbox.OutboundEvent;
import health.stillpoint.kit.outbox.Outbox;
import health.stillpoint.kit.paging.Cursors;
import health.stillpoint.kit.paging.Page;
import health.stillpoint.kit.problem.Problem;
import health.stillpoint.kit.problem.Problems;
import health.stillpoint.kit.time.ClinicClock;
import health.stillpoint.kit.time.RealTime;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Everything a service does with the kit, on notes. */
@Path("/api/v1/notes")
@RunOnVirtualThread
public class NoteResource {

    /** When each attempt began to write a note that others are always faster with. */
    public static final List<Instant> OVERTAKEN = new CopyOnWriteArrayList<>();

    private final EntityManager entities;
    private final AuditDetail audit;
    private final Outbox outbox;
    private final ClinicClock clock;
    private final Cursors cursors;

    NoteResource(EntityManager entities, AuditDetail audit, Outbox outbox, ClinicClock clock, Cursors cursors) {
        this.entities = entities;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
        this.cursors = cursors;
    }

    @POST
    @RolesAllowed("therapist")
    @ClinicOperation(action = "note.write", entity = "Note")
    @APIResponse(responseCode = "201", description = "Written")
    public RestResponse<NoteView> write(@Valid @NotNull NoteRequest request) throws InterruptedException {
        return store(request);
    }

    @POST
    @Path("/once")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("therapist")
    @ClinicOperation(action = "note.write-once", entity = "Note", idempotency = Idempotency.REQUIRED)
    public RestResponse<NoteView> writeOnce(@Valid @NotNull NoteRequest request) throws InterruptedException {
        return store(request);
    }

    private RestResponse<NoteView> store(NoteRequest request) throws InterruptedException {
        if (request.slowMillis() != null) {
            Thread.sleep(request.slowMillis());
        }
        NoteEntity note = new NoteEntity();
        note.id = Ids.next();
        note.text = request.text();
        note.code = request.code();
        entities.persist(note);
        audit.subject(note.id).entity("Note", note.id).fields("text", "code");
        outbox.append(new OutboundEvent(Ids.next(), "kit.note-written.v1", note.id, clock.now(), Map.of("noteId", note.id)));
        if ("refuse".equals(request.text())) {
            throw Problem.of(409, "note-refused", "Refused after it was stored").toException();
        }
        if ("break".equals(request.text())) {
            throw new IllegalStateException("CANARY " + request.text());
        }
        if ("overtaken".equals(request.text())) {
            OVERTAKEN.add(RealTime.now());
            throw new OptimisticLockException();
        }
        entities.flush();
        return Answers.created(URI.create("/api/v1/notes/" + note.id), NoteView.of(note), note.version);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"therapist", "monitor"})
    @ClinicOperation(action = "note.read", entity = "Note")
    public RestResponse<NoteView> read(@RestPath UUID id) {
        NoteEntity note = withId(id);
        return Answers.ok(NoteView.of(note), note.version);
    }

    @GET
    @RolesAllowed("therapist")
    @ClinicOperation(action = "note.list", entity = "Note")
    public Page<NoteView> list(@RestQuery String cursor, @RestQuery Integer limit) {
        int size = cursors.limit(limit);
        UUID after = cursors.decode(cursor).map(keys -> UUID.fromString(keys.getFirst())).orElse(new UUID(0, 0));
        List<NoteView> found = entities
                .createQuery("from NoteEntity n where n.id > :after order by n.id", NoteEntity.class)
                .setParameter("after", after).setMaxResults(size + 1)
                .getResultStream().map(NoteView::of).toList();
        return cursors.page(found, size, note -> new String[] {note.id().toString()});
    }

    @PATCH
    @Path("/{id}")
    @RolesAllowed("therapist")
    @ClinicOperation(action = "note.change", entity = "Note")
    public RestResponse<NoteView> change(@RestPath UUID id, @RestHeader("If-Match") String ifMatch,
            @Valid @NotNull NoteRequest request) {
        NoteEntity note = withId(id);
        Answers.requireMatch(ifMatch, note.version);
        note.text = request.text();
        entities.flush();
        return Answers.ok(NoteView.of(note), note.version);
    }

    @GET
    @Path("/clock")
    @RolesAllowed("therapist")
    @ClinicOperation(action = "clock.read", entity = "Clock")
    public Map<String, Instant> time() {
        return Map.of("now", clock.now());
    }

    @POST
    @Path("/{id}/seen")
    @RolesAllowed("therapist")
    @ClinicOperation(action = "note.see", entity = "Note")
    public NoteView see(@RestPath UUID id) {
        return NoteView.of(withId(id));
    }

    /** Not annotated with a role, on purpose: nobody may call it. */
    @GET
    @Path("/unguarded")
    public String unguarded() {
        return "seen";
    }

    private NoteEntity withId(UUID id) {
        NoteEntity note = entities.find(NoteEntity.class, id);
        if (note == null) {
            throw Problems.notFound().toException();
        }
        return note;
    }

    /** What is written. */
    public record NoteRequest(@NotNull @Size(min = 1, max = 1000) String text, String code, @Max(10) Integer number,
            BigDecimal amount, Integer slowMillis) {
    }

    /** What is shown. */
    public record NoteView(UUID id, long version, String text) {

        static NoteView of(NoteEntity note) {
            return new NoteView(note.id, note.version, note.text);
        }
    }
}
