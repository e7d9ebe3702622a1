package health.stillpoint.patient.referrals;

import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.patients.domain.ProgrammeState;
import java.time.Instant;

/**
 * All that consent with scope PARTNER_SHARING opens to a partner it names (docs/referrals.md); the patient's id is for the audit trail
 * and is never shown.
 *
 * @param until when the consent ends by itself
 */
public record Disclosure(PatientId patientId, ProgrammeState programmeState, Instant until) { }
