package health.stillpoint.session.integration.api;

import health.stillpoint.session.integration.domain.IntegrationWork;
import health.stillpoint.session.integration.domain.IntegrationWork.Modality;
import health.stillpoint.session.integration.domain.IntegrationWork.TargetKind;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One piece of integration work. */
@Schema(examples = """
        {"modality": "EXPOSURE", "technique": "in-vivo", "targetKind": "TRIGGER", "target": "Speaking in the team meeting",
         "sudsBefore": 8, "sudsAfter": 4, "homework": "Ask one question on Thursday", "adaptiveAnxietyChecked": true, "nextDoseReady": true}""")
public record IntegrationWorkRequest(
        @NotNull Modality modality,
        @NotBlank @Size(max = 200) String technique,
        TargetKind targetKind,
        @NotBlank @Size(max = 1000) String target,
        @NotNull @Min(0) @Max(10) Integer sudsBefore,
        @NotNull @Min(0) @Max(10) Integer sudsAfter,
        @Min(1) @Max(7) Integer vocBefore,
        @Min(1) @Max(7) Integer vocAfter,
        @Size(max = 1000) String homework,
        @NotNull Boolean adaptiveAnxietyChecked,
        @NotNull Boolean nextDoseReady) {

    IntegrationWork toDomain(UUID id, UUID sessionId, UUID patientId, UUID by, Instant at) {
        return new IntegrationWork(id, sessionId, patientId, modality, technique, targetKind, target, sudsBefore, sudsAfter, vocBefore,
                vocAfter, homework, adaptiveAnxietyChecked, nextDoseReady, by, at);
    }

    @Override
    public String toString() {
        return "IntegrationWorkRequest[...]";
    }
}
