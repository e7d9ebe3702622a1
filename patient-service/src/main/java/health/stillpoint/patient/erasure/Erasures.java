package health.stillpoint.patient.erasure;

import health.stillpoint.kit.id.Ids;
import health.stillpoint.kit.outbox.OutboundEvent;
import health.stillpoint.kit.outbox.Outbox;
import health.stillpoint.kit.time.ClinicClock;
import health.stillpoint.patient.dosing.DosingHistories;
import health.stillpoint.patient.erasure.domain.Erasure;
import health.stillpoint.patient.erasure.domain.ErasurePolicy;
import health.stillpoint.patient.erasure.domain.ErasureReason;
import health.stillpoint.patient.erasure.domain.ErasureRefused;
import health.stillpoint.patient.erasure.domain.ErasureRepository;
import health.stillpoint.patient.erasure.domain.ErasureRequester;
import health.stillpoint.patient.erasure.messaging.ErasureEvents;
import health.stillpoint.patient.patients.IdentityErased;
import health.stillpoint.patient.patients.Patients;
import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.patients.domain.ProgrammeState;
import health.stillpoint.patient.programme.Programmes;
import health.stillpoint.patient.risk.RiskFlags;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Removes who a person is and keeps what was done, for as long as the law asks for it. */
@ApplicationScoped
public class Erasures {

    private final Patients patients;
    private final Programmes programmes;
    private final RiskFlags flags;
    private final DosingHistories dosing;
    private final ErasureRepository repository;
    private final ErasureConfig limits;
    private final Outbox outbox;
    private final ClinicClock clock;
    private final Event<IdentityErased> erasures;

    Erasures(Patients patients, Programmes programmes, RiskFlags flags, DosingHistories dosing, ErasureRepository repository,
            ErasureConfig limits, Outbox outbox, ClinicClock clock, Event<IdentityErased> erasures) {
        this.patients = patients;
        this.programmes = programmes;
        this.flags = flags;
        this.dosing = dosing;
        this.repository = repository;
        this.limits = limits;
        this.outbox = outbox;
        this.clock = clock;
        this.erasures = erasures;
    }

    /** Decisions and consents end, the programme is closed, then the identity is removed and the others are told. */
    public Erasure erase(PatientId patientId, ErasureReason reason, ErasureRequester requestedBy, UUID recordedBy) {
        ProgrammeState state = patients.lock(patientId).value().programmeState();
        List<ErasurePolicy.Reason> refusals =
                ErasurePolicy.refusals(state, programmes.of(patientId).isCourseOpen(), flags.standing(patientId),
                        dosing.of(patientId).mayBeSedated());
        if (!refusals.isEmpty()) {
            throw new ErasureRefused(refusals);
        }
        Instant lastContact = repository.lastContact(patientId);
        erasures.fire(new IdentityErased(patientId));
        Erasure erasure = Erasure.of(Ids.next(), patientId, reason, requestedBy, recordedBy, clock.now(), lastContact,
                limits.keepClinicalFacts());
        repository.add(erasure);
        repository.eraseIdentity(patientId, erasure.erasedAt())
                .forEach(record -> outbox.append(ErasureEvents.erased(new PatientId(record), erasure)));
        return erasure;
    }

    /** The facts of all erasures, to be told once more. */
    public Stream<OutboundEvent> facts() {
        return repository.all().stream().flatMap(erasure -> repository.records(erasure.patientId()).stream()
                .map(record -> ErasureEvents.erased(record, erasure)));
    }
}
