package health.stillpoint.session.order.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Signed dose orders; added, never changed. */
public interface DoseOrderRepository {

    Optional<DoseOrder> withId(UUID id);

    List<DoseOrder> ofCourse(UUID courseId);

    DoseOrder add(DoseOrder order);
}
