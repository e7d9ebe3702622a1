package health.stillpoint.patient.merge;

import health.stillpoint.kit.id.Ids;
import health.stillpoint.kit.outbox.OutboundEvent;
import health.stillpoint.kit.outbox.Outbox;
import health.stillpoint.kit.time.ClinicClock;
import health.stillpoint.patient.intake.Intakes;
import health.stillpoint.patient.merge.domain.MergePolicy;
import health.stillpoint.patient.merge.domain.MergeRefused;
import health.stillpoint.patient.merge.domain.RecordMerge;
import health.stillpoint.patient.merge.domain.RecordMergeRepository;
import health.stillpoint.patient.merge.messaging.MergeEvents;
import health.stillpoint.patient.patients.Patients;
import health.stillpoint.patient.patients.RecordsMerged;
import health.stillpoint.patient.patients.domain.Patient;
import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.patients.domain.PatientRefusal;
import health.stillpoint.patient.patients.domain.Versioned;
import health.stillpoint.patient.programme.Programmes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/**
 * Makes one person's record of two. Nothing that was signed moves: the history of the record that ends stays in it and is read
 * under the one that goes on. No decision taken on half of the history holds any longer.
 */
@ApplicationScoped
public class RecordMerges {

    private final Patients patients;
    private final Intakes intakes;
    private final Programmes programmes;
    private final RecordMergeRepository repository;
    private final Outbox outbox;
    private final ClinicClock clock;
    private final Event<RecordsMerged> merges;

    RecordMerges(Patients patients, Intakes intakes, Programmes programmes, RecordMergeRepository repository, Outbox outbox,
            ClinicClock clock, Event<RecordsMerged> merges) {
        this.patients = patients;
        this.intakes = intakes;
        this.programmes = programmes;
        this.repository = repository;
        this.outbox = outbox;
        this.clock = clock;
        this.merges = merges;
    }

    /**
     * @param survivorId the record that goes on
     * @param requireVersion told the survivor's version, to refuse a caller who has not seen it
     */
    public Versioned<Patient> merge(PatientId survivorId, PatientId duplicateId, String reason, UUID by,
            LongConsumer requireVersion) {
        if (survivorId.equals(duplicateId)) {
            patients.read(survivorId);
            throw new MergeRefused(List.of(MergePolicy.Reason.SAME_RECORD));
        }
        lockInOneOrder(survivorId, duplicateId);
        Versioned<Patient> survivor = patients.read(survivorId);
        requireVersion.accept(survivor.version());
        Patient duplicate = patients.read(duplicateId).value();
        List<MergePolicy.Reason> refusals = MergePolicy.refusals(side(survivor.value()), side(duplicate));
        if (!refusals.isEmpty()) {
            throw new MergeRefused(refusals);
        }
        merges.fire(new RecordsMerged(survivorId, duplicateId));
        RecordMerge merge = new RecordMerge(Ids.next(), survivorId, duplicateId, reason, by, clock.now());
        repository.add(merge);
        Versioned<Patient> merged = patients.merge(duplicate, survivor.value(), merge.mergedAt());
        MergeEvents.merged(merge).forEach(outbox::append);
        return merged;
    }

    /** Two merges of the same records wait for each other, never crosswise. */
    private void lockInOneOrder(PatientId survivor, PatientId duplicate) {
        try {
            Stream.of(survivor, duplicate).sorted((one, other) -> one.value().compareTo(other.value())).forEach(id -> lock(id, duplicate));
        } catch (PatientRefusal.Erased _) {
            throw new MergeRefused(List.of(MergePolicy.Reason.ERASED));
        }
    }

    private void lock(PatientId id, PatientId duplicate) {
        try {
            patients.lock(id);
        } catch (PatientRefusal.Merged merged) {
            throw id.equals(duplicate) ? new MergeRefused(List.of(MergePolicy.Reason.DUPLICATE_MERGED)) : merged;
        }
    }

    private MergePolicy.Side side(Patient patient) {
        boolean draftOpen = intakes.of(patient.id()).stream().anyMatch(intake -> !intake.value().isSigned());
        return new MergePolicy.Side(patient.programmeState(), programmes.of(patient.id()).isCourseOpen(), patients.isErased(patient.id()), draftOpen);
    }

    /** What was merged into this record, oldest first, up to {@code limit} behind the given one; null = from the oldest. */
    public List<RecordMerge> into(PatientId survivor, UUID last, int limit) {
        patients.read(survivor);
        return repository.into(survivor, last, limit);
    }

    /** The facts of all merges, to be told once more. */
    public Stream<OutboundEvent> facts() {
        return repository.all().stream().flatMap(MergeEvents::merged);
    }
}
