package health.stillpoint.patient.duplicates.persistence;

import health.stillpoint.patient.duplicates.domain.DuplicatePolicy;
import health.stillpoint.patient.duplicates.domain.DuplicateRepository;
import health.stillpoint.patient.patients.domain.Patient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The candidates in PostgreSQL: each way to find one has an index that begins with the clinic. */
@ApplicationScoped
class SqlDuplicateRepository implements DuplicateRepository {

    private static final String WORTH_COMPARING = """
            with own as materialized (
                select p.id, array_to_string(name_words(p.name), ' ') as name, p.contact_phone, p.contact_email
                  from patient p where p.clinic_id = kit_clinic() and p.id = :patient
            ), found as (
                (select p.id from patient p where p.clinic_id = kit_clinic() and p.birth_date = :birthDate
                    and p.merged_into is null and p.erased_at is null limit 500)
                union (select p.id from patient p where p.clinic_id = kit_clinic() and p.birth_date = :transposed
                    and p.merged_into is null and p.erased_at is null limit 500)
                union (select p.id from own o join patient p on p.clinic_id = kit_clinic() and p.contact_phone = o.contact_phone limit 100)
                union (select p.id from own o join patient p on p.clinic_id = kit_clinic() and p.contact_email = o.contact_email limit 100)
                union (select i.patient_id from patient_identifier own_number join patient_identifier i
                         on i.clinic_id = kit_clinic() and i.system = own_number.system and i.compared = own_number.compared
                        where own_number.clinic_id = kit_clinic() and own_number.patient_id = :patient limit 100)
                union (select bearer.patient_id from (
                        select w.patient_id from patient_name_word mine
                          join patient_name_word w on w.clinic_id = kit_clinic() and w.word = mine.word
                         where mine.clinic_id = kit_clinic() and mine.patient_id = :patient limit 20000) as bearer
                        group by bearer.patient_id having count(*) > 1 order by count(*) desc limit 200)
            )
            select p.id, cast(similarity(array_to_string(name_words(p.name), ' '), o.name) as float8)
              from found f cross join own o join patient p on p.clinic_id = kit_clinic() and p.id = f.id
             where p.id <> o.id and p.merged_into is null and p.erased_at is null""";

    private final EntityManager database;

    SqlDuplicateRepository(EntityManager database) {
        this.database = database;
    }

    @Override
    public Map<UUID, Double> worthComparing(Patient patient) {
        Map<UUID, Double> similarities = new LinkedHashMap<>();
        for (Object[] row : rows(patient)) {
            similarities.put((UUID) row[0], ((Number) row[1]).doubleValue());
        }
        return similarities;
    }

    @SuppressWarnings("unchecked") // a native query of several columns answers arrays
    private List<Object[]> rows(Patient patient) {
        return database.createNativeQuery(WORTH_COMPARING)
                .setParameter("patient", patient.id().value())
                .setParameter("birthDate", patient.birthDate())
                .setParameter("transposed", DuplicatePolicy.transposed(patient.birthDate()).orElse(patient.birthDate()))
                .getResultList();
    }
}
