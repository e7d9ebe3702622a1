package health.stillpoint.session.monitoring.persistence;

import health.stillpoint.kit.operation.LastStatement;
import health.stillpoint.kit.operation.Operation;
import health.stillpoint.session.alert.domain.AlertContext;
import health.stillpoint.session.course.domain.Route;
import health.stillpoint.session.monitoring.domain.MonitoringContext;
import health.stillpoint.session.monitoring.domain.MonitoringPlan;
import health.stillpoint.session.monitoring.domain.RecordedVitalSigns;
import health.stillpoint.session.monitoring.domain.VitalSignRepository;
import health.stillpoint.session.vitals.domain.Symptom;
import health.stillpoint.session.vitals.domain.VitalSigns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;

/**
 * {@code vital_sign}, written and read with plain SQL on the operation's connection: one statement stores any number of
 * sets, since a batch of hundreds is the ordinary case for a monitor, and goes with the operation's end
 * (docs/adr/0001-vital-signs-in-one-statement.md).
 */
@ApplicationScoped
class JdbcVitalSignRepository implements VitalSignRepository {

    /** A statement of its own before the reading, which so sees what those wrote for whom it waited. */
    private static final String LOCK = """
            select 1 from patient_standing
             where clinic_id = kit_clinic() and id = (select patient_id from treatment_session where clinic_id = kit_clinic() and id = ?)
               for no key update;
            """;
    private static final String CONTEXT = """
            select s.patient_id, s.state, s.kind, d.route, d.administered_at, d.administration_ended_at, s.recovered_at,
                   k.pre_dose_systolic, k.pre_dose_diastolic, k.pre_dose_heart_rate, k.pre_dose_suds,
                   v.minutes, v.vomiting, v.below_ten, v.ten,
                   s.checked_in_at, t.administered_at
              from treatment_session s
              left join dose d on d.clinic_id = s.clinic_id and d.session_id = s.id and not d.top_up
              left join dose t on t.clinic_id = s.clinic_id and t.session_id = s.id and t.top_up
              left join pre_dose_checklist k on k.clinic_id = s.clinic_id and k.session_id = s.id
             cross join lateral (
                   select array_agg(plan_minute) filter (where plan_minute is not null) as minutes,
                          count(*) filter (where symptoms like '%VOMITING%') as vomiting,
                          max(measured_at) filter (where suds < 10) as below_ten,
                          array_agg(measured_at) filter (where suds = 10) as ten
                     from vital_sign where clinic_id = s.clinic_id and session_id = s.id) v
             where s.clinic_id = kit_clinic() and s.id = ?""";

    private static final int COLUMN_COUNT = 20;
    private static final String INSERT = """
            insert into vital_sign (clinic_id, id, session_id, measured_at, recorded_at, recorded_by, recorded_late, systolic, diastolic,
                heart_rate, oxygen_saturation, respiratory_rate, moaas, rass, cadss, cadss6, suds, symptoms, plan_minute, timing, alert_id)
            """;
    private static final String INSERT_MANY = INSERT + """
            select kit_clinic(), u.* from unnest(?::uuid[], ?::uuid[], ?::timestamptz[], ?::timestamptz[], ?::uuid[], ?::boolean[],
                ?::smallint[], ?::smallint[], ?::smallint[], ?::smallint[], ?::smallint[], ?::smallint[], ?::smallint[], ?::smallint[],
                ?::smallint[], ?::smallint[], ?::text[], ?::smallint[], ?::text[], ?::uuid[]) as u""";
    /** The ordinary single set, for which arrays would cost more than the row. */
    private static final String INSERT_ONE = INSERT + "values (kit_clinic()" + ", ?".repeat(COLUMN_COUNT) + ")";

    private static final String COLUMNS = """
            select id, session_id, measured_at, recorded_at, recorded_by, recorded_late, systolic, diastolic, heart_rate,
                oxygen_saturation, respiratory_rate, moaas, rass, cadss, cadss6, suds, symptoms, plan_minute, timing, alert_id
            from vital_sign where clinic_id = kit_clinic() and session_id = ?""";

    private final EntityManager entities;

    JdbcVitalSignRepository(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public Optional<MonitoringContext> lockContext(UUID sessionId) {
        return onConnection(connection -> {
            try (PreparedStatement statements = connection.prepareStatement(LOCK + CONTEXT)) {
                statements.setObject(1, sessionId);
                statements.setObject(2, sessionId);
                statements.execute();
                statements.getMoreResults();
                return context(sessionId, statements);
            }
        });
    }

    @Override
    public Optional<MonitoringContext> context(UUID sessionId) {
        return onConnection(connection -> {
            try (PreparedStatement select = connection.prepareStatement(CONTEXT)) {
                select.setObject(1, sessionId);
                select.execute();
                return context(sessionId, select);
            }
        });
    }

    private static Optional<MonitoringContext> context(UUID sessionId, PreparedStatement executed) throws SQLException {
        try (ResultSet row = executed.getResultSet()) {
            return row.next() ? Optional.of(context(sessionId, row)) : Optional.empty();
        }
    }

    private static MonitoringContext context(UUID sessionId, ResultSet row) throws SQLException {
        Instant doseStartedAt = instant(row, 5);
        BigDecimal preDoseHeartRate = row.getBigDecimal(10);
        AlertContext alerts = new AlertContext(row.getBigDecimal(8), row.getBigDecimal(9),
                preDoseHeartRate == null ? null : preDoseHeartRate.intValue(), doseStartedAt, row.getInt(13), tenSince(row));
        return new MonitoringContext(sessionId, row.getObject(1, UUID.class), row.getString(2), "DOSING".equals(row.getString(3)),
                route(row.getString(4)), instant(row, 16), doseStartedAt, instant(row, 6), instant(row, 17), instant(row, 7), minutes(row.getArray(12)),
                number(row, 11), alerts);
    }

    private static Route route(String name) {
        return name == null ? null : Route.valueOf(name);
    }

    private static Set<Integer> minutes(Array array) throws SQLException {
        return array == null ? Set.of() : Arrays.stream((Object[]) array.getArray()).map(value -> ((Number) value).intValue()).collect(Collectors.toSet());
    }

    /** The first reading of SUDS 10 after the last one below. */
    private static Instant tenSince(ResultSet row) throws SQLException {
        Array ten = row.getArray(15);
        if (ten == null) {
            return null;
        }
        Instant below = instant(row, 14);
        return Arrays.stream((Timestamp[]) ten.getArray()).map(Timestamp::toInstant).filter(moment -> below == null || moment.isAfter(below))
                .min(Comparator.naturalOrder()).orElse(null);
    }

    @Override
    public void addAll(List<RecordedVitalSigns> sets) {
        Operation.current().last(new LastStatement(sets.size() == 1 ? INSERT_ONE : INSERT_MANY, COLUMN_COUNT, (insert, first) -> {
            Columns columns = new Columns(insert, first, sets);
            columns.add("uuid", Types.OTHER, RecordedVitalSigns::id);
            columns.add("uuid", Types.OTHER, RecordedVitalSigns::sessionId);
            columns.add("timestamptz", Types.TIMESTAMP_WITH_TIMEZONE, set -> utc(set.signs().measuredAt()));
            columns.add("timestamptz", Types.TIMESTAMP_WITH_TIMEZONE, set -> utc(set.recordedAt()));
            columns.add("uuid", Types.OTHER, RecordedVitalSigns::recordedBy);
            columns.add("boolean", Types.BOOLEAN, RecordedVitalSigns::recordedLate);
            columns.add("smallint", Types.SMALLINT, set -> set.signs().systolic());
            columns.add("smallint", Types.SMALLINT, set -> set.signs().diastolic());
            columns.add("smallint", Types.SMALLINT, set -> set.signs().heartRate());
            columns.add("smallint", Types.SMALLINT, set -> set.signs().oxygenSaturation());
            columns.add("smallint", Types.SMALLINT, set -> set.signs().respiratoryRate());
            columns.add("smallint", Types.SMALLINT, set -> set.signs().moaas());
            columns.add("smallint", Types.SMALLINT, set -> set.signs().rass());
            columns.add("smallint", Types.SMALLINT, set -> set.signs().cadss());
            columns.add("smallint", Types.SMALLINT, set -> set.signs().cadss6());
            columns.add("smallint", Types.SMALLINT, set -> set.signs().suds());
            columns.add("text", Types.VARCHAR, set -> symptoms(set.signs()));
            columns.add("smallint", Types.SMALLINT, RecordedVitalSigns::planMinute);
            columns.add("text", Types.VARCHAR, set -> set.timing().name());
            columns.add("uuid", Types.OTHER, RecordedVitalSigns::alertId);
        }));
    }

    /** Binds one value a column for a single set, one array a column for several. */
    private static final class Columns {

        private final PreparedStatement insert;
        private final List<RecordedVitalSigns> sets;
        private int position;

        Columns(PreparedStatement insert, int first, List<RecordedVitalSigns> sets) {
            this.insert = insert;
            this.sets = sets;
            this.position = first;
        }

        void add(String type, int jdbcType, Function<RecordedVitalSigns, Object> value) throws SQLException {
            if (sets.size() == 1) {
                insert.setObject(position, value.apply(sets.getFirst()), jdbcType);
            } else {
                insert.setArray(position, insert.getConnection().createArrayOf(type, sets.stream().map(value).toArray()));
            }
            position++;
        }
    }

    @Override
    public List<RecordedVitalSigns> ofSession(UUID sessionId) {
        return query(COLUMNS + " order by measured_at, id", sessionId);
    }

    @Override
    public Optional<RecordedVitalSigns> latestWithPressure(UUID sessionId, Instant after, Instant notAfter) {
        return query(COLUMNS + "\n" + """
                and systolic is not null and diastolic is not null and timing <> 'INVALID_READING'
                and measured_at > ? and measured_at <= ? order by measured_at desc limit 1""", sessionId, utc(after), utc(notAfter))
                .stream().findFirst();
    }

    private List<RecordedVitalSigns> query(String sql, Object... parameters) {
        return onConnection(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                for (int i = 0; i < parameters.length; i++) {
                    select.setObject(i + 1, parameters[i]);
                }
                try (ResultSet row = select.executeQuery()) {
                    List<RecordedVitalSigns> found = new ArrayList<>();
                    while (row.next()) {
                        found.add(set(row));
                    }
                    return found;
                }
            }
        });
    }

    private static RecordedVitalSigns set(ResultSet row) throws SQLException {
        VitalSigns signs = new VitalSigns(instant(row, 3), number(row, 7), number(row, 8), number(row, 9), number(row, 10), number(row, 11),
                number(row, 12), number(row, 13), number(row, 14), number(row, 15), number(row, 16), symptoms(row.getString(17)));
        return new RecordedVitalSigns(row.getObject(1, UUID.class), row.getObject(2, UUID.class), signs, number(row, 18),
                MonitoringPlan.Timing.valueOf(row.getString(19)), row.getObject(20, UUID.class), instant(row, 4),
                row.getObject(5, UUID.class), row.getBoolean(6));
    }

    private static String symptoms(VitalSigns signs) {
        return signs.symptoms().isEmpty() ? null : signs.symptoms().stream().map(Enum::name).sorted().collect(Collectors.joining(","));
    }

    private static Set<Symptom> symptoms(String text) {
        return text == null ? Set.of() : Arrays.stream(text.split(",")).map(Symptom::valueOf).collect(Collectors.toCollection(HashSet::new));
    }

    private static Integer number(ResultSet row, int column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private <T> T onConnection(org.hibernate.jdbc.ReturningWork<T> work) {
        return entities.unwrap(Session.class).doReturningWork(work);
    }
}
