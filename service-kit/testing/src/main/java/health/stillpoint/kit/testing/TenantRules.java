package health.stillpoint.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;

/** Asks the catalogue of the service's database whether any table, key, view or role lets clinics see each other. */
public final class TenantRules {

    /** Tables of the kit that belong to no clinic; each has its reason in the kit's migration. */
    private static final Set<String> OF_NO_CLINIC =
            Set.of("known_clinic", "dead_letter", "knowledge", "flyway_schema_history");

    private TenantRules() {}

    /**
     * All rules at once.
     *
     * @param reviewed tables of the service that hold nothing of any clinic, such as code lists
     */
    public static void hold(String... reviewed) {
        everyClinicTableIsProtectedAgainstItsOwnerToo();
        noPolicyLetsRowsBeWrittenIntoAnotherClinic();
        noLoginPassesOrOwns();
        everyTableHasAClinicOrIsReviewed(Set.of(reviewed));
        everyReferenceIncludesTheClinic();
        everyViewRunsAsItsReader();
    }

    static void everyClinicTableIsProtectedAgainstItsOwnerToo() {
        nothing("tables without forced row-level security", """
                select c.relname from pg_class c
                join pg_attribute a on a.attrelid = c.oid and a.attname = 'clinic_id' and not a.attisdropped
                where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
                and not (c.relrowsecurity and c.relforcerowsecurity)""");
        nothing("tables with row-level security but no policy", """
                select c.relname from pg_class c
                where c.relrowsecurity and not exists (select from pg_policy p where p.polrelid = c.oid)""");
    }

    static void noPolicyLetsRowsBeWrittenIntoAnotherClinic() {
        nothing("policies without a check on writing", """
                select p.polrelid::regclass || ': ' || p.polname from pg_policy p
                where p.polwithcheck is null and p.polcmd in ('*', 'a', 'w')""");
        nothing("policies that are open to the service's own role", """
                select p.polrelid::regclass || ': ' || p.polname from pg_policy p
                where pg_get_expr(p.polqual, p.polrelid) = 'true'
                and exists (select from unnest(p.polroles) r left join pg_roles o on o.oid = r
                            where r = 0 or o.rolname not like '%\\_relay')""");
    }

    static void noLoginPassesOrOwns() {
        nothing("logins that pass row-level security", """
                select rolname from pg_roles
                where rolcanlogin and (rolsuper or rolbypassrls) and rolname <> 'postgres'""");
        nothing("tables owned by a login", """
                select c.relname from pg_class c join pg_roles r on r.oid = c.relowner
                where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and r.rolcanlogin""");
    }

    static void everyTableHasAClinicOrIsReviewed(Set<String> reviewed) {
        Set<String> without = new TreeSet<>(names("""
                select c.relname from pg_class c
                where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
                and not exists (select from pg_attribute a
                                where a.attrelid = c.oid and a.attname = 'clinic_id' and not a.attisdropped)"""));
        without.removeAll(OF_NO_CLINIC);
        without.removeAll(reviewed);
        assertThat(without).as("tables that say nothing of a clinic and were not reviewed").isEmpty();
    }

    static void everyReferenceIncludesTheClinic() {
        nothing("references between clinics' tables that leave the clinic out", """
                select k.conrelid::regclass || ': ' || k.conname from pg_constraint k
                where k.contype = 'f'
                and exists (select from pg_attribute a where a.attrelid = k.confrelid and a.attname = 'clinic_id')
                and not exists (select from unnest(k.conkey) as column_number
                                join pg_attribute a on a.attrelid = k.conrelid and a.attnum = column_number
                                where a.attname = 'clinic_id')""");
    }

    static void everyViewRunsAsItsReader() {
        nothing("views that run as their owner", """
                select c.relname from pg_class c
                where c.relkind in ('v', 'm') and c.relnamespace = 'public'::regnamespace
                and not coalesce(c.reloptions::text like '%security_invoker=%', false)
                and not exists (select from pg_depend d
                                where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')""");
        nothing("functions that run as their owner", """
                select p.proname from pg_proc p
                where p.prosecdef and p.pronamespace = 'public'::regnamespace
                and not exists (select from pg_depend d
                                where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')""");
    }

    private static void nothing(String what, String sql) {
        assertThat(names(sql)).as(what).isEmpty();
    }

    private static Set<String> names(String sql) {
        Set<String> names = new TreeSet<>();
        Database.rows(sql).forEach(row -> names.add(row.values().iterator().next().toString()));
        return names;
    }
}
