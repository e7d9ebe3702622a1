package health.stillpoint.patient.dosing.persistence;

import health.stillpoint.kit.persistence.ClinicEntity;
import health.stillpoint.patient.dosing.domain.DosingHistory;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What was heard of one person's doses; its id is the patient's. */
@Entity
@Table(name = "dosing_history")
class DosingHistoryEntity extends ClinicEntity {

    @JdbcTypeCode(SqlTypes.JSON)
    DosingHistory history;
}
