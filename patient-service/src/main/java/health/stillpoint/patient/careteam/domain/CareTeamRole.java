package health.stillpoint.patient.careteam.domain;

import health.stillpoint.patient.practitioners.domain.Practitioner;
import health.stillpoint.patient.practitioners.domain.PractitionerRole;

/** What somebody does for one patient; each place asks for a role the practitioner has at the clinic. FHIR CareTeam.participant.role. */
public enum CareTeamRole {
    /** Answers for the treatment; at most one. */
    LEAD_PRESCRIBER(PractitionerRole.PRESCRIBER),
    PRESCRIBER(PractitionerRole.PRESCRIBER),
    THERAPIST(PractitionerRole.THERAPIST),
    MONITOR(PractitionerRole.MONITOR),
    CARE_COORDINATOR(PractitionerRole.CARE_COORDINATOR);

    private final PractitionerRole needed;

    CareTeamRole(PractitionerRole needed) {
        this.needed = needed;
    }

    /** Whether the practitioner may have this place. */
    public boolean fits(Practitioner practitioner) {
        return practitioner.roles().contains(needed);
    }
}
