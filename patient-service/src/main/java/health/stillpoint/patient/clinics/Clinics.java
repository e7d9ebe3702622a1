package health.stillpoint.patient.clinics;

import health.stillpoint.kit.operation.Operation;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;

/** What the caller's clinic says of itself. No other clinic can be named: the id is the token's. */
@ApplicationScoped
class Clinics implements PanacheRepositoryBase<ClinicProfile, UUID> {

    Optional<ClinicProfile> own() {
        return findByIdOptional(Operation.current().clinicId());
    }

    /** @param present is told the revision of now and refuses a caller who has not seen it */
    ClinicProfile describe(ClinicRequest request, LongConsumer present) {
        UUID id = Operation.current().clinicId();
        ClinicProfile stored = findById(id, LockModeType.PESSIMISTIC_WRITE);
        present.accept(stored == null ? 0 : stored.revision);
        ClinicProfile clinic = stored == null ? new ClinicProfile() : stored;
        clinic.id = id;
        clinic.revision++;
        clinic.name = request.name();
        clinic.timeZone = request.timeZone();
        clinic.address = request.address();
        clinic.phone = request.phone();
        clinic.emergencyPhone = request.emergencyPhone();
        if (stored == null) {
            persist(clinic);
        }
        return clinic;
    }
}
