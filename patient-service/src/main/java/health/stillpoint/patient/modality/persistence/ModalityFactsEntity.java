package health.stillpoint.patient.modality.persistence;

import health.stillpoint.kit.persistence.ClinicEntity;
import health.stillpoint.patient.modality.domain.ModalityFacts;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What was heard of one person; its id is the patient's. */
@Entity
@Table(name = "modality_facts")
class ModalityFactsEntity extends ClinicEntity {

    @JdbcTypeCode(SqlTypes.JSON)
    ModalityFacts facts;
}
