package health.stillpoint.session.identity;

import health.stillpoint.session.appointment.Appointments;
import health.stillpoint.session.identity.domain.IdentityRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Follows patient-service when a record ends. Nobody is booked or dosed under such a record any more: before it tells of the end,
 * patient-service ends its decision and its consents, and it never takes new ones.
 */
@ApplicationScoped
public class Identities {

    private final Appointments appointments;
    private final IdentityRepository repository;

    Identities(Appointments appointments, IdentityRepository repository) {
        this.appointments = appointments;
        this.repository = repository;
    }

    /** The doses, holds and tasks of the merged record count for the one that goes on. */
    public void merged(UUID mergedId, UUID survivorId) {
        repository.merge(mergedId, survivorId);
    }

    /** The record has ended: what is ahead under its id is called off. */
    public void ended(UUID mergedId) {
        appointments.cancelAhead(mergedId, "RECORDS_MERGED");
    }

    /**
     * The identity was removed: what is ahead is called off, names and free texts go.
     *
     * @param keepUntil the last day on which the facts that remain are kept; told twice, the later one counts
     */
    public void erased(UUID patientId, Instant at, LocalDate keepUntil) {
        appointments.cancelAhead(patientId, "IDENTITY_ERASED");
        repository.remove(patientId, at, keepUntil);
    }
}
