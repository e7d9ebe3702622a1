package health.stillpoint.session.order.persistence;

import health.stillpoint.session.order.domain.DoseOrder;
import health.stillpoint.session.order.domain.DoseOrderRepository;
import health.stillpoint.session.identity.Records;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** {@code dose_order}. */
@ApplicationScoped
class PanacheDoseOrderRepository implements DoseOrderRepository, PanacheRepositoryBase<DoseOrderEntity, UUID> {

    @Override
    public Optional<DoseOrder> withId(UUID id) {
        return findByIdOptional(id).map(DoseOrderEntity::toDomain);
    }

    @Override
    public List<DoseOrder> ofCourse(UUID courseId) {
        return find("courseId = ?1 order by id", courseId).stream().map(DoseOrderEntity::toDomain).toList();
    }

    @Override
    public Optional<DoseOrder> lastMeasured(UUID patientId) {
        return find(Records.OF_PERSON + " and remeasuredReason is not null order by id desc", Parameters.with("patientId", patientId))
                .firstResultOptional()
                .or(() -> find(Records.OF_PERSON + " order by id", Parameters.with("patientId", patientId)).firstResultOptional())
                .map(DoseOrderEntity::toDomain);
    }

    @Override
    public DoseOrder add(DoseOrder order) {
        persist(DoseOrderEntity.of(order));
        return order;
    }
}
