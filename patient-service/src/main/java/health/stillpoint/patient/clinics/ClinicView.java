package health.stillpoint.patient.clinics;

import java.util.Map;
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
        @Schema(description = "Whom a patient calls between visits when something is wrong") String emergencyPhone,
        @Schema(description = "Product limits that the deployment sets for this clinic alone, by name; read only",
                        examples = "{\"stillpoint.candidacy.decision-days\": \"60\"}") Map<String, String> limits) {

    static ClinicView silent(UUID id, Map<String, String> limits) {
        return new ClinicView(id, 0, null, null, null, null, null, limits);
    }

    static ClinicView of(ClinicProfile clinic, Map<String, String> limits) {
        return new ClinicView(clinic.id, clinic.revision, clinic.name, clinic.timeZone, clinic.address, clinic.phone,
                clinic.emergencyPhone, limits);
    }
}
