package health.stillpoint.session.dose.messaging;

import health.stillpoint.session.dose.domain.Dose;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** Wire form of {@code session.dose-administered.v1}. */
public record DoseAdministeredV1(UUID patientId, UUID courseId, UUID sessionId, UUID doseId, int doseNumber, String route,
        BigDecimal doseMilligrams, BigDecimal doseMilligramsPerKilogram, String level, Instant administeredAt,
        Instant administrationEndedAt) {

    public static final String TYPE = "session.dose-administered.v1";

    public static DoseAdministeredV1 of(Dose dose) {
        return new DoseAdministeredV1(dose.patientId(), dose.courseId(), dose.sessionId(), dose.id(), dose.doseNumber(),
                dose.route().name(), dose.doseMilligrams(), dose.doseMilligramsPerKilogram(), dose.level().name(),
                dose.administeredAt(), dose.administrationEndedAt());
    }
}
