package health.stillpoint.session.integration.api;

import health.stillpoint.session.integration.domain.IntegrationWork;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Recorded integration work. */
public record IntegrationWorkView(UUID id, UUID sessionId, IntegrationWork.Modality modality, String technique,
        IntegrationWork.TargetKind targetKind, String target, Integer sudsBefore, Integer sudsAfter, Integer vocBefore,
        Integer vocAfter, String homework, boolean adaptiveAnxietyChecked, boolean nextDoseReady, UUID recordedBy, Instant recordedAt) {

    /** A list of work. */
    public record Works(List<IntegrationWorkView> items) {
    }

    static IntegrationWorkView of(IntegrationWork work) {
        return new IntegrationWorkView(work.id(), work.sessionId(), work.modality(), work.technique(), work.targetKind(), work.target(),
                work.sudsBefore(), work.sudsAfter(), work.vocBefore(), work.vocAfter(), work.homework(), work.adaptiveAnxietyChecked(),
                work.nextDoseReady(), work.recordedBy(), work.recordedAt());
    }

    @Override
    public String toString() {
        return "IntegrationWorkView[" + id + "]";
    }
}
