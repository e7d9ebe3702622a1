package health.stillpoint.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Multiplies what one patient's walkthrough made, as superuser: a thousand patients led to their first dose through the API
 * would take longer than everything that is measured.
 */
final class Preparation {

    private final Connection superuser;
    private final UUID clinicId;

    /** @param clinicId the clinic the copies belong to */
    Preparation(Connection superuser, UUID clinicId) {
        this.superuser = superuser;
        this.clinicId = clinicId;
    }

    /** Dosing sessions that are checked in, each of its own patient, course and practitioner. */
    List<UUID> checkedInSessions(UUID source, int count) throws SQLException {
        makeIds(count, "patient", "course", "session", "practitioner");
        copy("patient_standing", "(select patient_id from treatment_session where id = '" + source + "')", Map.of("id", "m.patient"));
        copy("course", "(select course_id from treatment_session where id = '" + source + "')",
                Map.of("id", "m.course", "patient_id", "m.patient"));
        Map<String, String> session = new LinkedHashMap<>();
        session.put("id", "m.session");
        session.put("patient_id", "m.patient");
        session.put("course_id", "m.course");
        session.put("practitioner_id", "m.practitioner");
        session.put("room", "null::text");
        session.put("state", "'CHECKED_IN'::text");
        session.put("checked_in_at", "now() - interval '1 hour'");
        for (String later : List.of("dose_id", "dose_ended_at", "started_at", "recovered_at", "ended_at", "ended_by", "end_reason")) {
            session.put(later, "null::text");
        }
        copy("treatment_session", "'" + source + "'", session);
        return made("session");
    }

    /** Baseline assessments nobody has answered yet, each of its own patient. */
    List<UUID> openAssessments(UUID source, int count) throws SQLException {
        makeIds(count, "patient", "assessment");
        Map<String, String> assessment = new LinkedHashMap<>();
        assessment.put("id", "m.assessment");
        assessment.put("patient_id", "m.patient");
        assessment.put("anchor_id", "m.patient");
        assessment.put("opens_at", "now() - interval '1 hour'");
        assessment.put("due_at", "now() + interval '1 hour'");
        assessment.put("closes_at", "null::text");
        assessment.put("answered", "'{}'::jsonb");
        assessment.put("completed_at", "null::text");
        copy("assessment", "'" + source + "'", assessment);
        return made("assessment");
    }

    private void makeIds(int count, String... names) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            statement.execute("drop table if exists made");
            StringBuilder create = new StringBuilder("create temporary table made as select number");
            for (String name : names) {
                create.append(", gen_random_uuid() as ").append(name);
            }
            statement.execute(create + " from generate_series(1, " + count + ") as number");
        }
    }

    private void copy(String table, String sourceId, Map<String, String> changes) throws SQLException {
        StringBuilder change = new StringBuilder("jsonb_build_object('clinic_id', '" + clinicId + "'");
        changes.forEach((column, expression) -> change.append(", '").append(column).append("', ").append(expression));
        change.append(')');
        try (Statement statement = superuser.createStatement()) {
            int copied = statement.executeUpdate("insert into " + table + " select r.* from made m, " + table
                    + " s, jsonb_populate_record(null::" + table + ", to_jsonb(s) || " + change + ") r where s.id = " + sourceId);
            if (copied == 0) {
                throw new BenchFailure("the walkthrough left no row in " + table);
            }
            statement.execute("analyze " + table);
        }
    }

    private List<UUID> made(String name) throws SQLException {
        return ids("select " + name + " from made");
    }

    /** The ids a query finds. */
    List<UUID> ids(String sql) throws SQLException {
        List<UUID> ids = new ArrayList<>();
        try (PreparedStatement select = superuser.prepareStatement(sql); ResultSet row = select.executeQuery()) {
            while (row.next()) {
                ids.add(row.getObject(1, UUID.class));
            }
        }
        return ids;
    }
}
