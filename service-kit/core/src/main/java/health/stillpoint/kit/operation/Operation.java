package health.stillpoint.kit.operation;

import health.stillpoint.kit.audit.AuditDraft;
import health.stillpoint.kit.outbox.OutboundEvent;
import health.stillpoint.kit.time.RealTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What runs now on behalf of one clinic: a request, a received event or a job. It is bound to the running thread for
 * exactly as long as its transaction lasts, so no other work can ever see its clinic.
 */
public final class Operation {

    private static final ScopedValue<Operation> CURRENT = ScopedValue.newInstance();

    private final UUID clinicId;
    private final Actor actor;
    private final AuditDraft audit;
    private final Instant startedAt = RealTime.now();
    private final List<OutboundEvent> events = new ArrayList<>(2);
    private final List<LastStatement> lastStatements = new ArrayList<>(1);
    private long offsetSeconds;
    private boolean committed;

    Operation(UUID clinicId, Actor actor, AuditDraft audit) {
        this.clinicId = clinicId;
        this.actor = actor;
        this.audit = audit;
    }

    /**
     * The operation of this thread.
     *
     * @throws IllegalStateException when there is none: the method called is not a {@link ClinicOperation}
     */
    public static Operation current() {
        return CURRENT.orElseThrow(() -> new IllegalStateException("No clinic operation is running on this thread"));
    }

    /** True inside an operation. */
    public static boolean isRunning() {
        return CURRENT.isBound();
    }

    <T> T run(ScopedValue.CallableOp<T, Exception> body) throws Exception {
        return ScopedValue.where(CURRENT, this).call(body);
    }

    public UUID clinicId() {
        return clinicId;
    }

    /** Who does it. */
    public Actor actor() {
        return actor;
    }

    /** What the audit row will say. */
    public AuditDraft audit() {
        return audit;
    }

    /** Real time at which it began, UTC. */
    public Instant startedAt() {
        return startedAt;
    }

    /** Clinic time at which it began, UTC. */
    public Instant occurredAt() {
        return startedAt.plusSeconds(offsetSeconds);
    }

    /** How far the clinic's clock is ahead of real time, in seconds; 0 outside a sandbox. */
    public long offsetSeconds() {
        return offsetSeconds;
    }

    /** Sets how far the clinic's clock is ahead, from here on. */
    public void offsetSeconds(long seconds) {
        this.offsetSeconds = seconds;
    }

    /** Appends a fact that commits with this operation. */
    public void append(OutboundEvent event) {
        events.add(event);
    }

    /**
     * Adds a statement that is sent with the operation's end, after the work and in the same round trip as its COMMIT. For the few
     * paths whose time counts: nothing in the operation sees what it writes, and a constraint it breaks is told at the end.
     */
    public void last(LastStatement statement) {
        lastStatements.add(statement);
    }

    List<LastStatement> lastStatements() {
        return lastStatements;
    }

    List<OutboundEvent> events() {
        return events;
    }

    void committed(boolean done) {
        this.committed = done;
    }

    /** True once its last statement has committed it. */
    boolean isCommitted() {
        return committed;
    }
}
