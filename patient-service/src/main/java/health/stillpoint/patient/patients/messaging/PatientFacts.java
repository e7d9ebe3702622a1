package health.stillpoint.patient.patients.messaging;

import health.stillpoint.kit.id.Ids;
import health.stillpoint.kit.outbox.OutboundEvent;
import health.stillpoint.patient.patients.domain.Patient;
import health.stillpoint.patient.patients.domain.Versioned;
import java.time.Instant;
import java.util.Locale;

/** What the other services are told of the register. */
public final class PatientFacts {

    private PatientFacts() { }

    public static OutboundEvent registered(Versioned<Patient> patient) {
        return registered(patient, patient.value().registeredAt());
    }

    /** What is told once more after a correction. */
    public static OutboundEvent corrected(Versioned<Patient> patient, Instant at) {
        return registered(patient, at);
    }

    private static OutboundEvent registered(Versioned<Patient> patient, Instant at) {
        return new OutboundEvent(Ids.next(), PatientRegisteredV1.TYPE, patient.value().id().value(), at, data(patient));
    }

    static PatientRegisteredV1 data(Versioned<Patient> stored) {
        Patient patient = stored.value();
        return new PatientRegisteredV1(patient.id().value(), patient.birthDate().getYear(),
                patient.sexAtBirth().name().toLowerCase(Locale.ROOT), stored.version());
    }
}
