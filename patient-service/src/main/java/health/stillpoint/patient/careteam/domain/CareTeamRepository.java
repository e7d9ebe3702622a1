package health.stillpoint.patient.careteam.domain;

import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.practitioners.domain.PractitionerId;
import java.util.List;
import java.util.UUID;

/** The care teams of a clinic's patients, with all there were. */
public interface CareTeamRepository {

    /** The team of now; nobody yet when none was named. */
    CareTeam of(PatientId patientId);

    /** Stores a new revision and the memberships that began or ended with it. */
    void save(CareTeam team, List<Membership> touched);

    /** Every membership there was, oldest first, up to {@code limit} behind the given one; null = from the oldest. */
    List<Membership> history(PatientId patientId, UUID last, int limit);

    /** Patients whose team somebody is on now, in the order of their ids. */
    List<PatientId> patientsOf(PractitionerId practitionerId);

    /** Every team that was ever named. */
    List<CareTeam> all();
}
