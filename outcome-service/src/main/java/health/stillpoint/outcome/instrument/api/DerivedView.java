package health.stillpoint.outcome.instrument.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.stillpoint.outcome.instrument.domain.DerivedValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A conclusion besides the total. */
@Schema(name = "DerivedValue")
public record DerivedView(
        @Schema(examples = "RISK") String code,
        @JsonInclude(JsonInclude.Include.ALWAYS)
                @Schema(
                        description = "The conclusion; null when these answers do not allow it",
                        nullable = true,
                        examples = "MODERATE")
                String value,
        @Schema(description = "The level the answers already imply, for a graded conclusion", examples = "MODERATE")
                String atLeast) {

    /** The view of a derived value. */
    public static DerivedView of(DerivedValue derived) {
        return new DerivedView(derived.code(), derived.value(), derived.atLeast());
    }

    @Override
    public String toString() {
        return "DerivedView";
    }
}
