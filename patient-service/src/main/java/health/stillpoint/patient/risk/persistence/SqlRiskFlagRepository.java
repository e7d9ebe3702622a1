package health.stillpoint.patient.risk.persistence;

import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.risk.domain.RiskFlag;
import health.stillpoint.patient.risk.domain.RiskFlagRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The flags in PostgreSQL. */
@ApplicationScoped
class SqlRiskFlagRepository implements RiskFlagRepository {

    /** The record that goes on for this patient. */
    private static final String CURRENT =
            "select coalesce(merged_into, id) from patient where clinic_id = kit_clinic() and id = :patient";
    private static final String COPY = """
            insert into risk_flag (clinic_id, patient_id, flag, source_id, since, ended_at)
            select clinic_id, :to, flag, source_id, since, ended_at from risk_flag
             where clinic_id = kit_clinic() and patient_id = :from on conflict do nothing""";
    private static final String RAISE = """
            insert into risk_flag (clinic_id, patient_id, flag, source_id, since)
            select clinic_id, id, :flag, :source, :since from patient
             where clinic_id = kit_clinic() and id = :patient and erased_at is null on conflict do nothing""";
    private static final String END = """
            insert into risk_flag (clinic_id, patient_id, flag, source_id, since, ended_at)
            select clinic_id, id, :flag, :source, :at, :at from patient
             where clinic_id = kit_clinic() and id = :patient and erased_at is null
            on conflict on constraint pk_risk_flag do update set ended_at = coalesce(risk_flag.ended_at, excluded.ended_at)""";
    private static final String END_ALL = """
            update risk_flag set ended_at = :at
             where clinic_id = kit_clinic() and patient_id = :patient and flag in (:flags) and ended_at is null""";

    private static final String STANDING = """
            select distinct flag from risk_flag where clinic_id = kit_clinic() and patient_id = :patient and ended_at is null""";

    private final EntityManager database;

    SqlRiskFlagRepository(EntityManager database) {
        this.database = database;
    }

    @Override
    public boolean raise(PatientId patientId, RiskFlag flag, UUID source, Instant since) {
        Optional<UUID> record = current(patientId);
        record.ifPresent(id -> database.createNativeQuery(RAISE).setParameter("patient", id).setParameter("flag", flag.name())
                .setParameter("source", source).setParameter("since", since).executeUpdate());
        return record.isPresent();
    }

    @Override
    public boolean end(PatientId patientId, RiskFlag flag, UUID source, Instant at) {
        Optional<UUID> record = current(patientId);
        record.ifPresent(id -> database.createNativeQuery(END).setParameter("patient", id).setParameter("flag", flag.name())
                .setParameter("source", source).setParameter("at", at).executeUpdate());
        return record.isPresent();
    }

    @Override
    public void endAll(PatientId patientId, Set<RiskFlag> flags, Instant at) {
        database.createNativeQuery(END_ALL).setParameter("patient", patientId.value())
                .setParameter("flags", flags.stream().map(RiskFlag::name).toList()).setParameter("at", at).executeUpdate();
    }

    @Override
    @SuppressWarnings("unchecked") // the query's one column
    public Set<RiskFlag> standing(PatientId patientId) {
        List<String> flags = database.createNativeQuery(STANDING, String.class).setParameter("patient", patientId.value())
                .getResultList();
        return flags.stream().map(RiskFlag::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void copy(PatientId from, PatientId to) {
        database.createNativeQuery(COPY).setParameter("from", from.value()).setParameter("to", to.value()).executeUpdate();
    }

    private Optional<UUID> current(PatientId patientId) {
        return database.createNativeQuery(CURRENT, UUID.class).setParameter("patient", patientId.value()).getResultStream()
                .map(UUID.class::cast).findFirst();
    }
}
