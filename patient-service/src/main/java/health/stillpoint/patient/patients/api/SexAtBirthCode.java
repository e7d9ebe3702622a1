package health.stillpoint.patient.patients.api;

import health.stillpoint.patient.patients.domain.SexAtBirth;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Sex recorded at birth, written as FHIR administrative gender is. */
@Schema(name = "SexAtBirth")
public enum SexAtBirthCode {
    female, male, intersex, unknown;

    public static SexAtBirthCode of(SexAtBirth sex) {
        return valueOf(sex.name().toLowerCase(Locale.ROOT));
    }

    public SexAtBirth toDomain() {
        return SexAtBirth.valueOf(name().toUpperCase(Locale.ROOT));
    }
}
