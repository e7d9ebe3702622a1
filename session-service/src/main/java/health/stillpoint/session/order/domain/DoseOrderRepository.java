package health.stillpoint.session.order.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Signed dose orders; added, never changed. */
public interface DoseOrderRepository {

    Optional<DoseOrder> withId(UUID id);

    List<DoseOrder> ofCourse(UUID courseId);

    /** Of all orders of a person, under whatever record, the one that was last measured anew, or else the first. */
    Optional<DoseOrder> lastMeasured(UUID patientId);

    DoseOrder add(DoseOrder order);
}
