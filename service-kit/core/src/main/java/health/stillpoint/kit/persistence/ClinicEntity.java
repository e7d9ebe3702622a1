package health.stillpoint.kit.persistence;

import health.stillpoint.kit.operation.Operation;
import health.stillpoint.kit.tenancy.CurrentClinic;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PrePersist;
import jakarta.persistence.Version;
import java.util.UUID;
import org.hibernate.annotations.Filter;
import org.hibernate.annotations.FilterDef;
import org.hibernate.annotations.ParamDef;

/**
 * A row that belongs to one clinic.
 *
 * <p>The kit fills {@code clinicId} from the running operation and Hibernate adds it to every query and every find by
 * identifier; row-level security in PostgreSQL holds even where a statement forgets it (docs/adr/0002).
 */
@MappedSuperclass
@FilterDef(
        name = ClinicEntity.FILTER,
        defaultCondition = "clinic_id = :clinicId",
        parameters = @ParamDef(name = "clinicId", type = UUID.class, resolver = CurrentClinic.class),
        autoEnabled = true,
        applyToLoadByKey = true)
@Filter(name = ClinicEntity.FILTER)
public abstract class ClinicEntity {

    /** Name of the filter that is always on. */
    public static final String FILTER = "clinic";

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
}
