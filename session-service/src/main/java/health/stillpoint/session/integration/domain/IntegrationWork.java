package health.stillpoint.session.integration.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * One piece of integration work in a session (programme section 9, integration content). Never changed.
 *
 * @param target what was worked on; personal, never in an event or a log
 * @param sudsBefore 0..10
 * @param vocBefore validity of cognition 1..7, EMDR only
 */
public record IntegrationWork(UUID id, UUID sessionId, UUID patientId, Modality modality, String technique, TargetKind targetKind,
        String target, Integer sudsBefore, Integer sudsAfter, Integer vocBefore, Integer vocAfter, String homework,
        boolean adaptiveAnxietyChecked, boolean nextDoseReady, UUID recordedBy, Instant recordedAt) {

    /** Programme section 7. */
    public enum Modality { COGNITIVE, BEHAVIOURAL_EXPERIMENT, EXPOSURE, SOMATIC, EMDR, ART, IFS, IDENTITY_WORK }

    public enum TargetKind { TRIGGER, MEMORY, IMAGE, PART, BELIEF }

    @Override
    public String toString() {
        return "IntegrationWork[" + id + "]";
    }
}
