package health.stillpoint.patient.search.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.stillpoint.patient.intake.domain.Diagnosis;
import health.stillpoint.patient.search.domain.Hit;
import health.stillpoint.patient.search.domain.NameCandidate;
import health.stillpoint.patient.search.domain.NamePlan;
import health.stillpoint.patient.search.domain.PatientFilter;
import health.stillpoint.patient.search.domain.PatientIndex;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;
import java.util.UUID;

/** The search in PostgreSQL; what makes it quick under row-level security stands in V111, V150 and V160. */
@ApplicationScoped
class SqlPatientIndex implements PatientIndex {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String FILE = """
            insert into patient_diagnosis (clinic_id, patient_id, diagnosis) values (kit_clinic(), :patient, :diagnosis)
            on conflict (clinic_id, patient_id) do update set diagnosis = excluded.diagnosis""";

    private static final String COPY = """
            insert into patient_diagnosis (clinic_id, patient_id, diagnosis)
            select clinic_id, :to, diagnosis from patient_diagnosis where clinic_id = kit_clinic() and patient_id = :from
            on conflict do nothing""";

    private final EntityManager database;

    SqlPatientIndex(EntityManager database) {
        this.database = database;
    }

    @Override
    public int words(String text) {
        return ((Number) database.createNativeQuery("select cardinality(name_words(cast(:text as text)))")
                .setParameter("text", text).getSingleResult()).intValue();
    }

    @Override
    public List<NameCandidate> candidates(String text, boolean counted) {
        return rows(database.createNativeQuery("select token, word, score, bearers from name_candidates(:text, :enough, :counted)")
                .setParameter("text", text).setParameter("enough", NamePlan.ENOUGH_BEARERS)
                .setParameter("counted", counted ? NamePlan.COUNTED_BEARERS : 0)).stream()
                .map(row -> new NameCandidate(((Number) row[0]).intValue(), (String) row[1],
                        ((Number) row[2]).doubleValue(), ((Number) row[3]).intValue()))
                .toList();
    }

    @Override
    public List<Hit> find(PatientFilter filter, NamePlan name, Hit after, int limit) {
        SearchSql sql = name == null ? SearchSql.withoutName(filter, after)
                : name.others().isEmpty() ? SearchSql.byOneWord(filter, after) : SearchSql.bySeveralWords(filter, after, name.others().size());
        Query query = database.createNativeQuery(sql.text()).setParameter("limit", limit);
        sql.values().forEach(query::setParameter);
        if (name != null) {
            query.setParameter("first", json(name.first()));
            if (!name.others().isEmpty()) {
                query.setParameter("others", json(name.others()));
            }
        }
        return rows(query).stream()
                .map(row -> new Hit((UUID) row[0], row[1] == null ? null : ((Number) row[1]).doubleValue()))
                .toList();
    }

    @Override
    public void fileDiagnosis(UUID patientId, Diagnosis diagnosis) {
        database.createNativeQuery(FILE).setParameter("patient", patientId).setParameter("diagnosis", diagnosis.name())
                .executeUpdate();
    }

    @Override
    public void copyDiagnosis(UUID from, UUID to) {
        database.createNativeQuery(COPY).setParameter("from", from).setParameter("to", to).executeUpdate();
    }

    @SuppressWarnings("unchecked") // a native query of several columns answers arrays
    private static List<Object[]> rows(Query query) {
        return query.getResultList();
    }

    private static String json(Object words) {
        try {
            return JSON.writeValueAsString(words);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Words and numbers can be written", e);
        }
    }
}
