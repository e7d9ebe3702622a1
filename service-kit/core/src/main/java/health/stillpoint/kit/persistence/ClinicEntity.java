package health.stillpoint.kit.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/**
 * A row that belongs to one clinic.
 *
 * <p>Hibernate fills {@code clinicId} from the running operation and adds it to every query; row-level security in
 * PostgreSQL holds even where a query forgets it.
 */
@MappedSuperclass
public abstract class ClinicEntity {

    /** Made by the application (version 7), so that the identifier is known before the row is. */
    @Id
    @Column(name = "id", nullable = false, updatable = false)
    public UUID id;

    /** The clinic the row belongs to; filled by Hibernate, never by hand. */
    @TenantId
    @Column(name = "clinic_id", nullable = false, updatable = false)
    public UUID clinicId;

    /** Counts the changes; the record's entity tag. Current after a flush. */
    @Version
    @Column(name = "version", nullable = false)
    public long version;
}
