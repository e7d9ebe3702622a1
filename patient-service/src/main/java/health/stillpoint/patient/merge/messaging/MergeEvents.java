package health.stillpoint.patient.merge.messaging;

import health.stillpoint.kit.id.Ids;
import health.stillpoint.kit.outbox.OutboundEvent;
import health.stillpoint.patient.merge.domain.RecordMerge;
import java.util.stream.Stream;

/** What the other services are told of a merge. */
public final class MergeEvents {

    private MergeEvents() { }

    /** Told under both keys, so that it comes after everything that was told of either record. */
    public static Stream<OutboundEvent> merged(RecordMerge merge) {
        PatientMergedV1 data = new PatientMergedV1(merge.survivor().value(), merge.merged().value(), merge.mergedAt());
        return Stream.of(merge.merged(), merge.survivor())
                .map(key -> new OutboundEvent(Ids.next(), PatientMergedV1.TYPE, key.value(), merge.mergedAt(), data));
    }
}
