package health.stillpoint.outcome.assessment.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import health.stillpoint.outcome.assessment.domain.TimePoint;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Reads one assessment that is to be answered, under its lock. With plain SQL on the operation's connection: its answer is
 * stored by a statement too (docs/adr/0001-answers-in-one-statement.md), so Hibernate need not watch the row.
 */
@ApplicationScoped
class AssessmentLock {

    private static final String SELECT = """
            select patient_id, time_point, anchor_id, opens_at, due_at, closes_at, late_until, required, answered,
                   completed_at, missed_at, cancelled_at
              from assessment where clinic_id = kit_clinic() and id = ? for no key update""";

    private final DataSource database;
    private final ObjectReader answers;

    AssessmentLock(DataSource database, ObjectMapper requests) {
        this.database = database;
        this.answers = requests.readerFor(new TypeReference<Map<String, AssessmentEntity.AnsweredRow>>() {})
                .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES); // as every JSON column is read
    }

    /** The row, which Hibernate does not know. */
    Optional<AssessmentEntity> lock(UUID id) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(entity(id, row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    private AssessmentEntity entity(UUID id, ResultSet row) throws SQLException {
        AssessmentEntity entity = new AssessmentEntity();
        entity.id = id;
        entity.patientId = row.getObject(1, UUID.class);
        entity.timePoint = TimePoint.valueOf(row.getString(2));
        entity.anchorId = row.getObject(3, UUID.class);
        entity.opensAt = instant(row, 4);
        entity.dueAt = instant(row, 5);
        entity.closesAt = instant(row, 6);
        entity.lateUntil = instant(row, 7);
        entity.required = (String[]) row.getArray(8).getArray();
        entity.answered = answered(row.getString(9));
        entity.completedAt = instant(row, 10);
        entity.missedAt = instant(row, 11);
        entity.cancelledAt = instant(row, 12);
        return entity;
    }

    private Map<String, AssessmentEntity.AnsweredRow> answered(String stored) {
        try {
            return answers.readValue(stored);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An assessment's answers cannot be read", e);
        }
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
