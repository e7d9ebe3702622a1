package health.stillpoint.session.dose.persistence;

import health.stillpoint.session.dose.domain.Dose;
import health.stillpoint.session.dose.domain.DoseRepository;
import health.stillpoint.session.identity.Records;
import health.stillpoint.session.order.domain.PastDoses;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** {@code dose}. */
@ApplicationScoped
class PanacheDoseRepository implements DoseRepository, PastDoses, PanacheRepositoryBase<DoseEntity, UUID> {

    @Override
    public Optional<Dose> withId(UUID id) {
        return findByIdOptional(id).map(DoseEntity::toDomain);
    }

    @Override
    public List<Dose> ofSession(UUID sessionId) {
        return find("sessionId = ?1 order by administeredAt", sessionId).stream().map(DoseEntity::toDomain).toList();
    }

    @Override
    public List<Dose> ofPatientInFull(UUID patientId) {
        return find(Records.OF_PATIENT + " order by administeredAt", Parameters.with("patientId", patientId)).stream().map(DoseEntity::toDomain).toList();
    }

    @Override
    public boolean orderUsed(UUID orderId) {
        return count("orderId", orderId) > 0;
    }

    @Override
    public Dose add(Dose dose) {
        persistAndFlush(DoseEntity.of(dose));
        return dose;
    }

    @Override
    public List<PastDose> ofPatient(UUID patientId) {
        return find(Records.OF_PATIENT + " order by administeredAt", Parameters.with("patientId", patientId)).stream().map(DoseEntity::toPastDose).toList();
    }
}
