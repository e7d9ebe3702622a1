package health.stillpoint.patient.practitioners;

import health.stillpoint.patient.practitioners.domain.Practitioner;

/** Somebody's roles, sign-in or employment may have changed; told inside this service, in the same transaction. */
public record PractitionerChanged(Practitioner before, Practitioner after) { }
