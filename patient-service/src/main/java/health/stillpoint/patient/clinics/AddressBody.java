package health.stillpoint.patient.clinics;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A postal address as FHIR Address splits it. */
@Schema(name = "Address")
public record AddressBody(
        @NotEmpty @Size(max = 5) List<@NotBlank @Size(max = 200) String> lines,
        @NotBlank @Size(max = 100) String city,
        @Size(max = 100) String region,
        @Size(max = 20) String postalCode,
        @NotNull @Pattern(regexp = "[A-Z]{2}", message = "must be an ISO 3166-1 code of two letters")
                @Schema(description = "ISO 3166-1 alpha-2", examples = "US") String country) { }
