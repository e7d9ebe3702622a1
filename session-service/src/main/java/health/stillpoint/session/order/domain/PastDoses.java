package health.stillpoint.session.order.domain;

import health.stillpoint.session.course.domain.Route;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The doses a patient has had, as orders and gaps look at them. */
public interface PastDoses {

    /** Oldest first, whatever the course. */
    List<PastDose> ofPatient(UUID patientId);

    /**
     * One dose given.
     *
     * @param topUp the second injection of a session
     * @param orderedMilligramsPerKilogram mg/kg times factor, before rounding
     */
    record PastDose(UUID id, UUID courseId, Route route, boolean topUp, DoseLevel level, BigDecimal milligrams,
            BigDecimal orderedMilligramsPerKilogram, Instant administeredAt, Instant administrationEndedAt) {
    }
}
