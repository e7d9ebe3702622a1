package health.stillpoint.session.session.persistence;

import health.stillpoint.session.session.domain.DoubleBooked;
import health.stillpoint.session.session.domain.SessionKind;
import health.stillpoint.session.session.domain.SessionNote;
import health.stillpoint.session.session.domain.SessionRepository;
import health.stillpoint.session.session.domain.TreatmentSession;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.exception.ConstraintViolationException;

/** {@code treatment_session}; its exclusion constraints make double booking impossible. */
@ApplicationScoped
class PanacheSessionRepository implements SessionRepository, PanacheRepositoryBase<TreatmentSessionEntity, UUID> {

    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final Pattern EXCLUSION = Pattern.compile("violates exclusion constraint \"([^\"]+)\"");

    private final EntityManager entities;

    PanacheSessionRepository(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public Optional<TreatmentSession> withId(UUID id) {
        return findByIdOptional(id).map(TreatmentSessionEntity::toDomain);
    }

    @Override
    public Optional<UUID> patientOf(UUID id) {
        return entities.createQuery("select s.patientId from TreatmentSessionEntity s where s.id = :id", UUID.class)
                .setParameter("id", id).getResultStream().findFirst();
    }

    @Override
    public List<TreatmentSession> list(SessionFilter filter, UUID after, int limit) {
        StringBuilder where = new StringBuilder("id > :after");
        Parameters parameters = Parameters.with("after", after == null ? BEFORE_ALL : after);
        if (filter.patientId() != null) {
            where.append(" and patientId = :patientId");
            parameters.and("patientId", filter.patientId());
        }
        if (filter.courseId() != null) {
            where.append(" and courseId = :courseId");
            parameters.and("courseId", filter.courseId());
        }
        if (filter.kind() != null) {
            where.append(" and kind = :kind");
            parameters.and("kind", filter.kind());
        }
        return find(where.append(" order by id").toString(), parameters).page(Page.ofSize(limit)).stream()
                .map(TreatmentSessionEntity::toDomain).toList();
    }

    @Override
    public TreatmentSession add(TreatmentSession session) {
        TreatmentSessionEntity row = new TreatmentSessionEntity();
        row.id = session.id();
        row.copyFrom(session);
        persist(row);
        return booked(row);
    }

    @Override
    public TreatmentSession update(TreatmentSession session) {
        TreatmentSessionEntity row = findById(session.id());
        row.copyFrom(session);
        return booked(row);
    }

    private TreatmentSession booked(TreatmentSessionEntity row) {
        try {
            flush();
        } catch (ConstraintViolationException e) {
            throw taken(e);
        }
        return row.toDomain();
    }

    private static RuntimeException taken(ConstraintViolationException e) {
        return switch (constraintOf(e)) {
            case "ex_treatment_session_practitioner" -> new DoubleBooked(DoubleBooked.Taken.PRACTITIONER);
            case "ex_treatment_session_room" -> new DoubleBooked(DoubleBooked.Taken.ROOM);
            case "ex_treatment_session_patient" -> new DoubleBooked(DoubleBooked.Taken.PATIENT);
            default -> e;
        };
    }

    /** Hibernate does not read the name of an exclusion constraint, and the driver keeps only the message: the rest may hold data. */
    private static String constraintOf(ConstraintViolationException e) {
        if (e.getConstraintName() != null) {
            return e.getConstraintName();
        }
        for (Throwable cause : e.getSQLException()) {
            Matcher named = EXCLUSION.matcher(cause.getMessage());
            if (named.find()) {
                return named.group(1);
            }
        }
        return "";
    }

    @Override
    public List<TreatmentSession> signedPreparations(UUID courseId, Instant endedFrom) {
        return find("courseId = ?1 and kind = ?2 and state = 'COMPLETED' and endedAt >= ?3", courseId, SessionKind.PREPARATION, endedFrom)
                .stream().map(TreatmentSessionEntity::toDomain).toList();
    }

    @Override
    public List<TreatmentSession> plannedOf(UUID patientId) {
        return find("patientId = ?1 and state = 'PLANNED'", patientId).stream().map(TreatmentSessionEntity::toDomain).toList();
    }

    @Override
    public List<TreatmentSession> underObservation() {
        return find("state = 'MONITORING'").stream().map(TreatmentSessionEntity::toDomain).toList();
    }

    @Override
    public void addNote(SessionNote note) {
        entities.persist(SessionNoteEntity.of(note));
    }

    @Override
    public List<SessionNote> notesOf(UUID sessionId, UUID author) {
        return entities.createQuery("""
                from SessionNoteEntity n where n.sessionId = :sessionId and n.author = :author order by n.writtenAt""", SessionNoteEntity.class)
                .setParameter("sessionId", sessionId).setParameter("author", author).getResultStream()
                .map(SessionNoteEntity::toDomain).toList();
    }
}
