package health.stillpoint.patient.search.persistence;

import health.stillpoint.patient.patients.domain.Identifier;
import health.stillpoint.patient.patients.domain.MedicalRecordNumber;
import health.stillpoint.patient.search.domain.Hit;
import health.stillpoint.patient.search.domain.PatientFilter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The statement of one search; only what is asked for stands in it, so that each combination has its own plan. */
final class SearchSql {

    private static final String LIVE = "p.merged_into is null and p.erased_at is null";

    private final StringBuilder text = new StringBuilder();
    private final Map<String, Object> values = new LinkedHashMap<>();

    private SearchSql() { }

    String text() {
        return text.toString();
    }

    /** All parameters but the limit and the words of the name. */
    Map<String, Object> values() {
        return values;
    }

    /** First registered first. */
    static SearchSql withoutName(PatientFilter filter, Hit after) {
        SearchSql sql = new SearchSql();
        sql.text.append("select p.id, cast(null as float8) from patient p where p.clinic_id = kit_clinic() and ").append(LIVE);
        if (after != null) {
            sql.text.append(" and p.id > :afterId");
            sql.values.put("afterId", after.patientId());
        }
        if (filter.programmeState() != null) {
            sql.text.append(" and p.programme_state = :programmeState");
            sql.values.put("programmeState", filter.programmeState().name());
        }
        sql.filters(filter, "p.id");
        sql.text.append(" order by p.id limit :limit");
        return sql;
    }

    /**
     * By one word: the patients of each like word are read in order and no further than a page, so a common name costs no more
     * than a rare one; as the words come best first, the server stops reading them when a page is full. A patient with two of
     * these words counts for the better one alone.
     */
    static SearchSql byOneWord(PatientFilter filter, Hit after) {
        SearchSql sql = new SearchSql();
        sql.text.append("""
                with sought as (select word, score, array_agg(word) over (order by score desc, word
                                                        rows between unbounded preceding and 1 preceding) as better
                                  from jsonb_each_text(cast(:first as jsonb)) as e(word, value),
                                       lateral (select cast(value as float8)) as s(score))
                select hit.patient_id, s.score from sought s cross join lateral (
                    select w.patient_id from patient_name_word w
                     where w.clinic_id = kit_clinic() and w.word = s.word and (s.better is null or not w.words && s.better)""");
        if (after != null) {
            sql.text.append(" and (s.score < :afterScore or (s.score = :afterScore and w.patient_id > :afterId))");
            sql.behind(after);
        }
        sql.state(filter, "w.patient_id");
        sql.filters(filter, "w.patient_id");
        sql.text.append(" order by w.patient_id limit :limit) hit order by s.score desc, hit.patient_id limit :limit");
        return sql;
    }

    /** By several words: the patients of the rarest one, of whom those stay who have one like each other word. */
    static SearchSql bySeveralWords(PatientFilter filter, Hit after, int others) {
        SearchSql sql = new SearchSql();
        sql.text.append("""
                with bearer as (
                    select w.patient_id, max(cast(s.value as float8)) as score, any_value(w.words) as words
                      from jsonb_each_text(cast(:first as jsonb)) as s(word, value)
                      join patient_name_word w on w.clinic_id = kit_clinic() and w.word = s.word%s
                     group by w.patient_id
                ), hit as (
                    select b.patient_id, (b.score + o.score) / (1 + o.sought) as score
                      from bearer b cross join lateral (
                        select sum(best) as score, count(best) as matched, count(*) as sought
                          from (select (select max(cast(m.words ->> x.word as float8)) from unnest(b.words) as x(word)) as best
                                  from jsonb_array_elements(cast(:others as jsonb)) as m(words)) as other) as o
                     where o.matched = o.sought
                )
                select h.patient_id, h.score from hit h where true""".formatted(bearingAll(others)));
        if (after != null) {
            sql.text.append(" and (h.score < :afterScore or (h.score = :afterScore and h.patient_id > :afterId))");
            sql.behind(after);
        }
        sql.state(filter, "h.patient_id");
        sql.filters(filter, "h.patient_id");
        sql.text.append(" order by h.score desc, h.patient_id limit :limit");
        return sql;
    }

    /** Leaves out at once who bears none of the words sought for one of the others. */
    private static String bearingAll(int others) {
        return IntStream.range(0, others)
                .mapToObj(other -> " and w.words && array(select jsonb_object_keys(cast(:others as jsonb) -> " + other + "))")
                .collect(Collectors.joining());
    }

    private void behind(Hit after) {
        values.put("afterScore", after.nameMatch());
        values.put("afterId", after.patientId());
    }

    private void state(PatientFilter filter, String patient) {
        if (filter.programmeState() != null) {
            text.append(" and exists (select from patient p where p.clinic_id = kit_clinic() and p.id = ").append(patient)
                    .append(" and p.programme_state = :programmeState)");
            values.put("programmeState", filter.programmeState().name());
        }
    }

    private void filters(PatientFilter filter, String patient) {
        if (filter.identifier() != null) {
            identifier(filter.identifier(), patient);
        }
        if (filter.diagnosis() != null) {
            isIn("patient_diagnosis", "f.diagnosis = :diagnosis", patient);
            values.put("diagnosis", filter.diagnosis().name());
        }
        if (filter.clinician() != null) {
            isIn("care_team_member", "f.practitioner_id = :clinician and f.member_to is null", patient);
            values.put("clinician", filter.clinician());
        }
        if (filter.riskFlag() != null) {
            isIn("risk_flag", "f.flag = :riskFlag and f.ended_at is null", patient);
            values.put("riskFlag", filter.riskFlag().name());
        }
    }

    private void isIn(String table, String condition, String patient) {
        text.append(" and exists (select from ").append(table).append(" f where f.clinic_id = kit_clinic() and f.patient_id = ")
                .append(patient).append(" and ").append(condition).append(")");
    }

    /**
     * The clinic's own number stands in the record, those of others in their table. An array is computed once and looked up; a
     * join on coalesce, which counts as leaky, would read the whole clinic.
     */
    private void identifier(PatientFilter.IdentifierSought sought, String patient) {
        boolean own = sought.system() == null || sought.system().equals(Identifier.MEDICAL_RECORD_NUMBER);
        boolean others = sought.system() == null || !own;
        text.append(" and ").append(patient).append(" = any (array(");
        if (own) {
            text.append("select coalesce(m.merged_into, m.id) from patient m where m.clinic_id = kit_clinic() and m.mrn = :number");
            values.put("number", MedicalRecordNumber.asWritten(sought.value()));
        }
        text.append(own && others ? " union all " : "");
        if (others) {
            text.append("select coalesce(m.merged_into, m.id) from patient_identifier i join patient m on m.clinic_id = kit_clinic()"
                    + " and m.id = i.patient_id where i.clinic_id = kit_clinic() and i.value = :identifier");
            if (sought.system() != null) {
                text.append(" and i.system = :system");
                values.put("system", sought.system());
            }
            values.put("identifier", sought.value());
        }
        text.append("))");
    }
}
