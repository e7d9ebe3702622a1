package health.stillpoint.patient.practitioners.api;

import health.stillpoint.patient.practitioners.domain.Specialty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A field of medicine, coded: FHIR Coding of PractitionerRole.specialty. */
@Schema(name = "Specialty", description = "Psychiatry is http://snomed.info/sct 394587001 or http://nucc.org/provider-taxonomy "
        + "2084P0800X; only it opens what a psychiatrist alone may do.")
public record SpecialtyBody(
        @NotNull @Pattern(regexp = "[A-Za-z][A-Za-z0-9+.-]*:\\S{1,190}", message = "must be a URI") String system,
        @NotNull @Pattern(regexp = "\\S{1,40}", message = "must be a code") String code) {

    static SpecialtyBody of(Specialty specialty) {
        return new SpecialtyBody(specialty.system(), specialty.code());
    }

    Specialty toDomain() {
        return new Specialty(system, code);
    }
}
