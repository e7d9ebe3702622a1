package health.stillpoint.patient.clinics;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The caller's clinic. */
@Schema(name = "Clinic")
public record ClinicView(
        UUID id,
        @Schema(description = "0 = the clinic has said nothing yet and only id is there; send it as If-Match") long version,
        String name,
        String timeZone,
        AddressBody address,
        String phone,
        @Schema(description = "Whom a patient calls between visits when something is wrong") String emergencyPhone) {

    static ClinicView silent(UUID id) {
        return new ClinicView(id, 0, null, null, null, null, null);
    }

    static ClinicView of(ClinicProfile clinic) {
        return new ClinicView(clinic.id, clinic.revision, clinic.name, clinic.timeZone, clinic.address, clinic.phone,
                clinic.emergencyPhone);
    }
}
