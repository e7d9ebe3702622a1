package health.stillpoint.kit.persistence;

import health.stillpoint.kit.operation.Operation;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PrePersist;
import jakarta.persistence.Version;
import java.util.UUID;
import org.hibernate.annotations.SQLRestriction;

/**
 * A row that belongs to one clinic.
 *
 * <p>The kit fills {@code clinicId} from the running operation, Hibernate writes the clinic's condition into every query and
 * every find by identifier, and a row that is loaded all the same is refused; row-level security in PostgreSQL holds even
 * where a statement forgets it (docs/adr/0002).
 */
@MappedSuperclass
@SQLRestriction("clinic_id = kit_clinic()")
public abstract class ClinicEntity {

    /** Made by the application (version 7), so that the identifier is known before the row is. */
    @Id
    @Column(name = "id", nullable = false, updatable = false)
    public UUID id;

    /** The clinic the row belongs to; filled when the row is first stored, never by hand. */
    @Column(name = "clinic_id", nullable = false, updatable = false)
    public UUID clinicId;

    /** Counts the changes; the record's entity tag. Current after a flush. */
    @Version
    @Column(name = "version", nullable = false)
    public long version;

    /** Puts the row into the running operation's clinic. */
    @PrePersist
    void belongToTheClinic() {
        UUID current = Operation.current().clinicId();
        if (clinicId != null && !clinicId.equals(current)) {
            throw new IllegalStateException("A row of another clinic");
        }
        clinicId = current;
    }

    /** Whatever the database was told: only rows of the running operation's clinic come in. */
    @PostLoad
    void staysInTheClinic() {
        if (!Operation.current().clinicId().equals(clinicId)) {
            throw new IllegalStateException("A row of another clinic");
        }
    }
}
