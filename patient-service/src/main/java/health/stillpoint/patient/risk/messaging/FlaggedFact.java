package health.stillpoint.patient.risk.messaging;

import java.util.UUID;

/** A fact of another service that raises or ends a flag. */
interface FlaggedFact {

    UUID patientId();

    /** What raised the flag: its end names the same. */
    UUID sourceId();
}
