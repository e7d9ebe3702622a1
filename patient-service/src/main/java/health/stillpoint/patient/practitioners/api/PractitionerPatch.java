package health.stillpoint.patient.practitioners.api;

import health.stillpoint.patient.patients.api.PersonNameBody;
import health.stillpoint.patient.practitioners.domain.Practitioner;
import health.stillpoint.patient.practitioners.domain.PractitionerRole;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What changes; a field that is absent stays as it is. Employment is ended by its own step. */
public record PractitionerPatch(
        @Valid PersonNameBody name,
        @Size(max = 20) @OneOfEachSystem List<@NotNull @Valid PractitionerIdentifierBody> identifiers,
        @Size(max = 20) List<@NotBlank @Size(max = 200) String> qualifications,
        @Size(min = 1) Set<@NotNull PractitionerRole> roles,
        @Size(max = 20) Set<@NotNull @Valid SpecialtyBody> specialties,
        UUID subjectId) {

    Practitioner applyTo(Practitioner present) {
        return new Practitioner(present.id(),
                name == null ? present.name() : name.toDomain(),
                identifiers == null
                        ? present.identifiers()
                        : identifiers.stream().map(PractitionerIdentifierBody::toDomain).toList(),
                Objects.requireNonNullElse(qualifications, present.qualifications()),
                Objects.requireNonNullElse(roles, present.roles()),
                specialties == null
                        ? present.specialties()
                        : specialties.stream().map(SpecialtyBody::toDomain).collect(Collectors.toSet()),
                subjectId == null ? present.subjectId() : subjectId,
                present.activeFrom(), present.employment());
    }

    /** Names of the fields that were sent, for the audit trail. */
    String[] fields() {
        return Stream.of(named("name", name), named("identifiers", identifiers), named("qualifications", qualifications),
                        named("roles", roles), named("specialties", specialties), named("subjectId", subjectId))
                .filter(Objects::nonNull)
                .toArray(String[]::new);
    }

    private static String named(String field, Object value) {
        return value == null ? null : field;
    }

    @Override
    public String toString() {
        return "PractitionerPatch[withheld]";
    }
}
