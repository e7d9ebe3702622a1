package health.stillpoint.kit.testapp;

import health.stillpoint.kit.persistence.ClinicEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A row of the kit's own tests. */
@Entity
@Table(name = "note")
public class NoteEntity extends ClinicEntity {

    @Column(name = "text", nullable = false)
    public String text;

    @Column(name = "code")
    public String code;
}
