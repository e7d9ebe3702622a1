package health.stillpoint.patient.patients.messaging;

import health.stillpoint.kit.id.Ids;
import health.stillpoint.kit.outbox.OutboundEvent;
import health.stillpoint.patient.patients.domain.Patient;
import java.util.Locale;

/** What the other services are told of the register. */
public final class PatientFacts {

    private PatientFacts() { }

    public static OutboundEvent registered(Patient patient) {
        return new OutboundEvent(Ids.next(), PatientRegisteredV1.TYPE, patient.id().value(), patient.registeredAt(),
                data(patient));
    }

    static PatientRegisteredV1 data(Patient patient) {
        return new PatientRegisteredV1(patient.id().value(), patient.birthDate().getYear(),
                patient.sexAtBirth().name().toLowerCase(Locale.ROOT));
    }
}
