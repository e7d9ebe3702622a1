package health.stillpoint.patient.clinics;

import health.stillpoint.kit.persistence.ClinicEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What a clinic says of itself; its id is the clinic's. There is no rule in it, so the row is the model. */
@Entity
@Table(name = "clinic")
class ClinicProfile extends ClinicEntity {

    /** 1, 2, 3.. with every change. */
    long revision;

    String name;

    @Column(name = "time_zone")
    String timeZone;

    @JdbcTypeCode(SqlTypes.JSON)
    AddressBody address;

    String phone;

    @Column(name = "emergency_phone")
    String emergencyPhone;
}
