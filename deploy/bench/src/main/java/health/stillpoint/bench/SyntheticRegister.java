package health.stillpoint.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * A million invented patients in one clinic, and a hundred small clinics beside it. Names are strung together from syllables, so
 * nobody's is among them, and they are as unevenly spread as names are: few are common, most are rare.
 *
 * <p>Rows are written by set-based SQL with triggers and secondary indexes off, then the words of the names are filed as the
 * service's trigger would file them, by the same functions; one request could not make a million patients in useful time.
 */
final class SyntheticRegister {

    static final int PATIENTS = 1_000_000;
    private static final int SMALL_CLINICS = 100;
    private static final int PATIENTS_OF_A_SMALL_CLINIC = 1_000;
    private static final int FAMILY_NAMES = 150_000;
    private static final int GIVEN_NAMES = 20_000;

    private static final String NAMES = """
            create temp table %1$s as
            select i, initcap(name) as name, (name_words(name))[1] as word
              from (select i, string_agg((%2$s)[1 + (('x' || substr(md5(i || '-' || s || '%1$s'), 1, 7))::bit(28)::int %% array_length(%2$s, 1))], '' order by s) as name
                      from generate_series(1, %3$d) as i, generate_series(1, 3) as s where s < 3 or i %% 3 > 0 group by i) as made;
            create unique index on %1$s (i)""";
    private static final String FAMILY_SYLLABLES = "array['ga','mar','ti','nez','lo','pez','ro','dri','guez','schu','mei','er','son',"
            + "'john','wil','li','am','ber','ger','ko','val','ski','pe','tro','van','der','ho','ff','ström','ñez','ül','ó','bran','dt',"
            + "'fe','ra','ri','mo','na','das','ka','pur','tan','ng','uy','en','chow','de','la','šek','żyn','grün']";
    private static final String GIVEN_SYLLABLES = "array['ma','ri','a','jo','se','an','na','lu','is','ca','ro','li','pe','ter','ste',"
            + "'ven','em','ily','al','ex','so','phie','é','lise','mi','cha','el','da','vid','ka','ren','no','ah','oli','vi','er','be','min']";

    /** The cube of an even random number picks name 1 of 150,000 for 1.9 % of the people and half of all names for 6 % together. */
    private static final String PATIENT = """
            insert into patient (id, clinic_id, version, mrn, name, birth_date, sex_at_birth, contact, emergency_contact, escorts,
                                 language, time_zone, identifiers, programme_state, registered_by, registered_at)
            select p.id, p.clinic, 0, 'SYN' || p.n, jsonb_build_object('family', f.name, 'given', jsonb_build_array(g.name)),
                   date '1940-01-01' + ((p.n::bigint * 7919) %% 24000)::int, 'FEMALE',
                   jsonb_build_object('phone', '+1 555 ' || lpad((p.n %% 10000000)::text, 7, '0')),
                   '{"name": "x", "relationship": "sibling", "phone": "+1 555 0101"}', '[]', 'en-US', 'America/New_York',
                   jsonb_build_array(jsonb_build_object('system', 'urn:stillpoint:mrn', 'value', 'SYN' || p.n)),
                   (array['REFERRED', 'INTAKE', 'SCREENING', 'CANDIDACY_REVIEW', 'CONSENT', 'PREPARATION', 'IN_COURSE',
                          'COURSE_COMPLETE', 'FOLLOW_UP', 'CLOSED'])[1 + floor(10 * power(random(), 2))::int],
                   '0197a000-0000-7000-8000-000000000001', now()
              from person p join family f on f.i = p.family join given g on g.i = p.given
             order by p.n""";

    private final Connection superuser;
    private final UUID clinic;
    private final Consumer<String> progress;

    SyntheticRegister(Connection superuser, UUID clinic, Consumer<String> progress) {
        this.superuser = superuser;
        this.clinic = clinic;
        this.progress = progress;
    }

    void fill() throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("set maintenance_work_mem = '512MB'");
            statement.execute("set work_mem = '128MB'");
            statement.execute("select setseed(0.42)");
            names(statement);
            people(statement);
            withoutIndexes(statement, "patient", () -> run(statement, "1,100,000 patients", PATIENT.formatted()));
            withoutIndexes(statement, "patient_identifier", () -> run(statement, "their numbers", """
                    insert into patient_identifier (clinic_id, system, value, patient_id)
                    select clinic, 'urn:example:insurance', 'INS-' || n, id from person order by clinic, n"""));
            withoutIndexes(statement, "patient_name_word", () -> run(statement, "the words of their names", """
                    insert into patient_name_word (clinic_id, word, patient_id, words)
                    select p.clinic, own.word, p.id, array(select distinct w from unnest(array[f.word, g.word]) as w order by w)
                      from person p join family f on f.i = p.family join given g on g.i = p.given,
                           lateral (select distinct unnest(array[f.word, g.word])) as own(word)"""));
            run(statement, "each word once", "insert into name_word (clinic_id, word) select distinct clinic_id, word from patient_name_word");
            run(statement, "their trigrams", """
                    insert into name_trigram (clinic_id, trigram, word, trigrams)
                    select w.clinic_id, trigram, w.word, t.length from name_word w
                      join (select word, word_trigrams(word) as trigrams, cardinality(show_trgm(word)) as length from (select distinct word from name_word) as once) as t on t.word = w.word,
                           unnest(t.trigrams) as trigram""");
            statement.execute("set session_replication_role = origin");
            run(statement, "vacuum and statistics", "vacuum analyze");
            run(statement, "all of it on the disk, so that no answer waits for that", "checkpoint");
        }
    }

    private void names(Statement statement) throws SQLException {
        progress.accept("Inventing names");
        statement.execute(NAMES.formatted("family", FAMILY_SYLLABLES, FAMILY_NAMES));
        statement.execute(NAMES.formatted("given", GIVEN_SYLLABLES, GIVEN_NAMES));
    }

    private void people(Statement statement) throws SQLException {
        int all = PATIENTS + SMALL_CLINICS * PATIENTS_OF_A_SMALL_CLINIC;
        statement.execute("""
                create temp table person as
                select n, case when n <= %1$d then '%2$s'::uuid
                               else ('0197a000-0000-7000-8000-1000000000' || lpad(to_hex(n %% %3$d), 2, '0'))::uuid end as clinic,
                       ('0197' || lpad(to_hex(n), 8, '0') || '7000800000000000' || lpad(to_hex(n %% 65536), 4, '0'))::uuid as id,
                       floor(%4$d * power(random(), 3))::int + 1 as family, floor(%5$d * power(random(), 4))::int + 1 as given
                  from generate_series(1, %6$d) as n"""
                .formatted(PATIENTS, clinic, SMALL_CLINICS, FAMILY_NAMES, GIVEN_NAMES, all));
        statement.execute("analyze person");
        statement.execute("analyze family");
        statement.execute("analyze given");
    }

    private interface Filling {
        void run() throws SQLException;
    }

    /** Secondary indexes are built at once afterwards, which is quicker than row by row. */
    private static void withoutIndexes(Statement statement, String table, Filling filling) throws SQLException {
        statement.execute("""
                create temp table dropped as
                select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i
                 where i.indrelid = '%s'::regclass and not exists (select from pg_constraint c where c.conindid = i.indexrelid)"""
                .formatted(table));
        statement.execute("do $$ declare d record; begin for d in select * from dropped loop execute 'drop index ' || d.name; end loop; end $$");
        filling.run();
        statement.execute("do $$ declare d record; begin for d in select * from dropped loop execute d.definition; end loop; end $$");
        statement.execute("drop table dropped");
    }

    private void run(Statement statement, String what, String sql) throws SQLException {
        long begin = System.nanoTime();
        statement.execute(sql);
        progress.accept("Filled in %s: %.0f s".formatted(what, (System.nanoTime() - begin) / 1e9));
    }
}
