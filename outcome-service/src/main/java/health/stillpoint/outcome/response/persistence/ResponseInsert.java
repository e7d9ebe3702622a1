package health.stillpoint.outcome.response.persistence;

import health.stillpoint.outcome.assessment.domain.Assessment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Stores a response and notes it in its assessment, which is locked by then: one statement on the operation's connection
 * (docs/adr/0001-answers-in-one-statement.md). Of the assessment it writes what an answer changes, and the entry of this answer alone.
 */
@ApplicationScoped
class ResponseInsert {

    private static final String INSERT = """
            with answered as (
                update assessment
                   set answered = answered || jsonb_build_object(?::text, jsonb_build_object('responseId', ?::uuid, 'scored', ?::boolean)),
                       completed_at = ?, missed_at = ?, version = version + 1
                 where clinic_id = kit_clinic() and id = ?)
            insert into questionnaire_response (clinic_id, id, version, assessment_id, patient_id, time_point, instrument, variant, answers,
                status, total, band, clinical_case, baseline_total, baseline_prorated, baseline_case, answered_at, recorded_at, late,
                answered_by, supersedes_id, catalogue_version)
            values (kit_clinic(), ?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final DataSource database;

    ResponseInsert(DataSource database) {
        this.database = database;
    }

    void insert(QuestionnaireResponseEntity response, Assessment answered) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, response.instrument);
            insert.setObject(2, response.id);
            insert.setBoolean(3, response.status.hasTotal());
            insert.setObject(4, utc(answered.completedAt()), Types.TIMESTAMP_WITH_TIMEZONE);
            insert.setObject(5, utc(answered.missedAt()), Types.TIMESTAMP_WITH_TIMEZONE);
            insert.setObject(6, response.assessmentId);
            insert.setObject(7, response.id);
            insert.setObject(8, response.assessmentId);
            insert.setObject(9, response.patientId);
            insert.setString(10, response.timePoint.name());
            insert.setString(11, response.instrument);
            insert.setString(12, response.variant);
            insert.setArray(13, connection.createArrayOf("int2", response.answers));
            insert.setString(14, response.status.name());
            insert.setBigDecimal(15, response.total);
            insert.setString(16, response.band);
            insert.setObject(17, response.clinicalCase, Types.BOOLEAN);
            insert.setBigDecimal(18, response.baselineTotal);
            insert.setObject(19, response.baselineProrated, Types.BOOLEAN);
            insert.setObject(20, response.baselineCase, Types.BOOLEAN);
            insert.setObject(21, utc(response.answeredAt));
            insert.setObject(22, utc(response.recordedAt));
            insert.setBoolean(23, response.late);
            insert.setString(24, response.answeredBy.name());
            insert.setObject(25, response.supersedesId, Types.OTHER);
            insert.setString(26, response.catalogueVersion);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    private static OffsetDateTime utc(Optional<Instant> moment) {
        return moment.map(ResponseInsert::utc).orElse(null);
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
