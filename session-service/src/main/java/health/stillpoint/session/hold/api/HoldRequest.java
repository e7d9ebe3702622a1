package health.stillpoint.session.hold.api;

import health.stillpoint.session.hold.domain.HoldCode;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A hold placed by hand. */
@Schema(examples = """
        {"patientId": "0197a000-0000-7000-8000-0000000000aa", "code": "H_LIVER", "reason": "ALT four times the upper limit"}""")
public record HoldRequest(@NotNull UUID patientId, @NotNull HoldCode code, @NotBlank @Size(max = 1000) String reason) {

    @Override
    public String toString() {
        return "HoldRequest[" + code + "]";
    }
}
