package health.stillpoint.patient.programme.messaging;

import health.stillpoint.patient.programme.Programmes;
import health.stillpoint.patient.programme.domain.ProgrammeFact;
import jakarta.inject.Singleton;

/** A dose was given: nobody signs a consent for a day. */
@Singleton
class DoseAdministeredHandler extends ProgrammeFactHandler<DoseAdministeredV1> {

    DoseAdministeredHandler(Programmes programmes) {
        super(programmes, DoseAdministeredV1.TYPE, DoseAdministeredV1.class);
    }

    @Override
    ProgrammeFact fact(DoseAdministeredV1 data) {
        return new ProgrammeFact.DoseGiven(data.doseId(), data.administrationEndedAt());
    }
}
