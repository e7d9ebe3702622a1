package health.stillpoint.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** Asks the catalogue of the service's database whether what the service deletes is found, wherever it is referred to, without reading whole tables. */
public final class IndexRules {

    private IndexRules() {}

    /**
     * A row that the service may delete is looked for in every table that refers to it. Without an index each deletion reads such a
     * table from end to end; one that leaves out the rows which refer to nothing serves as well.
     */
    public static void hold() {
        assertThat(unindexed()).as("references to what is deleted, without an index").isEmpty();
    }

    private static List<Object> unindexed() {
        return Database.rows("""
                select k.conrelid::regclass || ': ' || k.conname from pg_constraint k
                cross join lateral (select array_agg(a.attnum) as numbers, array_agg(format('(%I IS NOT NULL)', a.attname)) as present
                                      from pg_attribute a where a.attrelid = k.conrelid and a.attnum = any (k.conkey)
                                       and a.attname <> 'clinic_id') as referring
                where k.contype = 'f' and has_table_privilege(?, k.confrelid, 'DELETE')
                and not exists (
                    select from pg_index i cross join generate_series(1, cardinality(k.conkey)) as columns
                    where i.indrelid = k.conrelid and i.indisvalid
                    and (i.indpred is null or pg_get_expr(i.indpred, i.indrelid) = any (referring.present))
                    and (i.indkey::smallint[])[0:columns - 1] <@ k.conkey
                    and (i.indkey::smallint[])[0:columns - 1] @> referring.numbers)
                order by 1""", Stack.service() + "_app").stream().map(row -> row.values().iterator().next()).toList();
    }
}
