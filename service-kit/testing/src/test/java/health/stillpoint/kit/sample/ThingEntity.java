package health.stillpoint.kit.sample;

import health.stillpoint.kit.persistence.ClinicEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** Something of a color. */
@Entity
@Table(name = "thing")
class ThingEntity extends ClinicEntity {

    String color;
}
