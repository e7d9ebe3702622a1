package health.stillpoint.patient.programme.messaging;

import java.util.UUID;

/** A fact of another service about one patient. */
interface ConsumedFact {

    UUID patientId();
}
