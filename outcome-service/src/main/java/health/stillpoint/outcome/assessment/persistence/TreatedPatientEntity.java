package health.stillpoint.outcome.assessment.persistence;

import health.stillpoint.kit.persistence.ClinicEntity;
import health.stillpoint.outcome.assessment.domain.PatientId;
import health.stillpoint.outcome.assessment.domain.TreatedPatient;
import health.stillpoint.outcome.instrument.domain.PrimaryDiagnosis;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A row of {@code treated_patient}. */
@Entity
@Table(name = "treated_patient")
public class TreatedPatientEntity extends ClinicEntity {

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(name = "primary_diagnosis")
    public PrimaryDiagnosis primaryDiagnosis;

    @Column(name = "treatment_consent_at")
    public Instant treatmentConsentAt;

    @Column(name = "erased_at", insertable = false, updatable = false)
    public Instant erasedAt;

    @Column(name = "facts_deleted_at", insertable = false, updatable = false)
    public Instant factsDeletedAt;

    void copyFrom(TreatedPatient patient) {
        primaryDiagnosis = patient.diagnosis().orElse(null);
        treatmentConsentAt = patient.treatmentConsentAt().orElse(null);
    }

    TreatedPatient toDomain() {
        return new TreatedPatient(
                new PatientId(id), Optional.ofNullable(primaryDiagnosis), Optional.ofNullable(treatmentConsentAt));
    }
}
