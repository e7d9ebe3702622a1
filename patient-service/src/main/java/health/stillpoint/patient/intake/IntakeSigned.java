package health.stillpoint.patient.intake;

import health.stillpoint.patient.intake.domain.Intake;

/** An intake was signed; told inside this service, in the same transaction. */
public record IntakeSigned(Intake intake) { }
