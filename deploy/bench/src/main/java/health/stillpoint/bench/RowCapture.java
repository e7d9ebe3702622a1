package health.stillpoint.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Sees which rows one request of a service writes, so that raw JDBC can write exactly the same: triggers note every row
 * while the request runs and are gone afterwards. Rows that a trigger of the service writes are left out: raw JDBC sets off the
 * same triggers.
 */
final class RowCapture {

    private static final String BEGIN = """
            create schema bench;
            create table bench.row_change (
                number bigint generated always as identity, transaction bigint default txid_current(),
                operation text, relation text, before jsonb, after jsonb);
            create function bench.note() returns trigger language plpgsql security definer as $$
            begin
                if pg_trigger_depth() > 1 then
                    return null;
                end if;
                insert into bench.row_change (operation, relation, before, after)
                values (tg_op, tg_table_name, case when tg_op = 'UPDATE' then to_jsonb(old) end, to_jsonb(new));
                return null;
            end $$;
            grant usage on schema bench to public;
            do $$
            declare target text;
            begin
                for target in select c.oid::regclass::text from pg_class c
                    join pg_attribute a on a.attrelid = c.oid and a.attname = 'clinic_id'
                    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
                loop
                    execute format('create trigger bench_note after insert or update on %s for each row execute function bench.note()', target);
                end loop;
            end $$""";
    private static final String DEADLOCK = "40P01";
    private static final int ATTEMPTS = 5;
    private static final String END = "drop schema bench cascade";
    private static final String CHANGES = """
            select number, operation, relation from bench.row_change
            where transaction = (select transaction from bench.row_change where relation = ? order by number desc limit 1)
            order by number""";
    private static final String COLUMNS = """
            select a.attname, format_type(a.atttypid, null) from pg_attribute a
            where a.attrelid = ('public.' || quote_ident(?))::regclass and a.attnum > 0 and not a.attisdropped
              and a.attidentity <> 'a' and a.attgenerated = '' order by a.attnum""";

    private RowCapture() {}

    /** A request that is to be watched. */
    @FunctionalInterface
    interface Request {
        void send() throws Exception;
    }

    /**
     * The rows the request's transaction wrote, in order.
     *
     * @param superuser a connection to the service's database
     * @param relation a table only that transaction writes to
     */
    static List<RowChange> of(Connection superuser, String relation, Request request) throws Exception {
        try (Statement statement = superuser.createStatement()) {
            watch(statement);
            try {
                request.send();
                return changes(superuser, relation);
            } finally {
                statement.execute(END);
            }
        }
    }

    /** The service goes on working and locks its tables in another order: whoever loses a deadlock tries again. */
    private static void watch(Statement statement) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                statement.execute(BEGIN);
                return;
            } catch (SQLException failed) {
                if (!DEADLOCK.equals(failed.getSQLState()) || attempt == ATTEMPTS) {
                    throw failed;
                }
            }
        }
    }

    private static List<RowChange> changes(Connection superuser, String relation) throws SQLException {
        List<RowChange> changes = new ArrayList<>();
        try (PreparedStatement select = superuser.prepareStatement(CHANGES)) {
            select.setString(1, relation);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    changes.add(change(superuser, row.getLong(1), row.getString(2).equals("UPDATE"), row.getString(3)));
                }
            }
        }
        if (changes.isEmpty()) {
            throw new BenchFailure("the request wrote nothing to " + relation);
        }
        return changes;
    }

    private static RowChange change(Connection superuser, long number, boolean update, String relation) throws SQLException {
        List<RowChange.Column> columns = columns(superuser, relation);
        List<String> after = values(superuser, number, "after", relation, columns);
        List<String> before = update ? values(superuser, number, "before", relation, columns) : null;
        return new RowChange(relation, columns, before, after);
    }

    private static List<RowChange.Column> columns(Connection superuser, String relation) throws SQLException {
        List<RowChange.Column> columns = new ArrayList<>();
        try (PreparedStatement select = superuser.prepareStatement(COLUMNS)) {
            select.setString(1, relation);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    columns.add(new RowChange.Column(row.getString(1), row.getString(2)));
                }
            }
        }
        return columns;
    }

    private static List<String> values(Connection superuser, long number, String side, String relation,
            List<RowChange.Column> columns) throws SQLException {
        StringBuilder select = new StringBuilder("select ");
        for (RowChange.Column column : columns) {
            select.append("r.\"").append(column.name()).append("\"::text, ");
        }
        select.setLength(select.length() - 2);
        select.append(" from bench.row_change c, jsonb_populate_record(null::public.\"").append(relation).append("\", c.")
                .append(side).append(") r where c.number = ").append(number);
        try (Statement statement = superuser.createStatement(); ResultSet row = statement.executeQuery(select.toString())) {
            row.next();
            List<String> values = new ArrayList<>();
            for (int i = 1; i <= columns.size(); i++) {
                values.add(row.getString(i));
            }
            return values;
        }
    }
}
