package health.stillpoint.patient.clinics;

import health.stillpoint.patient.patients.api.ValidTimeZone;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the clinic says of itself, the whole of it. */
public record ClinicRequest(
        @NotBlank @Size(max = 200) String name,
        @NotNull @ValidTimeZone @Schema(description = "IANA time zone", examples = "America/New_York") String timeZone,
        @NotNull @Valid AddressBody address,
        @NotNull @Pattern(regexp = "\\+?[0-9 ()./-]{3,40}", message = "must be a telephone number") String phone,
        @NotNull @Pattern(regexp = "\\+?[0-9 ()./-]{3,40}", message = "must be a telephone number")
                @Schema(description = "Whom a patient calls between visits when something is wrong") String emergencyPhone) { }
