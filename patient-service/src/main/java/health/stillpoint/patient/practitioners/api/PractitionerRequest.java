package health.stillpoint.patient.practitioners.api;

import health.stillpoint.patient.patients.api.PersonNameBody;
import health.stillpoint.patient.practitioners.Practitioners;
import health.stillpoint.patient.practitioners.domain.PractitionerRole;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody who begins to work at the clinic. */
public record PractitionerRequest(
        @NotNull @Valid PersonNameBody name,
        @Size(max = 20) @OneOfEachSystem List<@NotNull @Valid PractitionerIdentifierBody> identifiers,
        @Size(max = 20) List<@NotBlank @Size(max = 200) String> qualifications,
        @NotEmpty Set<@NotNull PractitionerRole> roles,
        @Size(max = 20) @Schema(description = "Fields of medicine the clinic has verified") Set<@NotNull @Valid SpecialtyBody> specialties,
        @Schema(description = "Subject of the tokens this person signs in with; without it no alert can name them as a reader")
                UUID subjectId,
        @PastOrPresent @Schema(description = "Absent = now; somebody is added when they begin") Instant activeFrom) {

    Practitioners.Entry toDomain() {
        return new Practitioners.Entry(name.toDomain(),
                identifiers == null ? List.of() : identifiers.stream().map(PractitionerIdentifierBody::toDomain).toList(),
                qualifications == null ? List.of() : qualifications, roles,
                specialties == null ? Set.of() : specialties.stream().map(SpecialtyBody::toDomain).collect(Collectors.toSet()),
                subjectId, activeFrom);
    }

    @Override
    public String toString() {
        return "PractitionerRequest[withheld]";
    }
}
