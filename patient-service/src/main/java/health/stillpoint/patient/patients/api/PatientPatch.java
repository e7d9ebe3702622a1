package health.stillpoint.patient.patients.api;

import health.stillpoint.patient.patients.domain.Patient;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What changes; a field that is absent stays as it is. Identifiers are not changed here. */
public record PatientPatch(
        @Valid PersonNameBody name,
        @PastOrPresent LocalDate birthDate,
        SexAtBirthCode sexAtBirth,
        @Size(max = 100) String genderIdentity,
        @Valid ContactBody contact,
        @Valid ContactPersonBody emergencyContact,
        @Size(max = 20) List<@NotNull @Valid ContactPersonBody> escorts,
        @Pattern(regexp = PatientRequest.LANGUAGE, message = "must be a BCP 47 language tag") String language,
        @ValidTimeZone String timeZone) {

    Patient applyTo(Patient patient) {
        return new Patient(patient.id(),
                name == null ? patient.name() : name.toDomain(),
                Objects.requireNonNullElse(birthDate, patient.birthDate()),
                sexAtBirth == null ? patient.sexAtBirth() : sexAtBirth.toDomain(),
                genderIdentity == null ? patient.genderIdentity() : genderIdentity,
                contact == null ? patient.contact() : contact.toDomain(),
                emergencyContact == null ? patient.emergencyContact() : emergencyContact.toDomain(),
                escorts == null ? patient.escorts() : escorts.stream().map(ContactPersonBody::toDomain).toList(),
                Objects.requireNonNullElse(language, patient.language()),
                timeZone == null ? patient.timeZone() : ZoneId.of(timeZone),
                patient.identifiers(),
                patient.programmeState(),
                patient.registeredAt());
    }

    /** Names of the fields that were sent, for the audit trail. */
    String[] fields() {
        return Stream.of(named("name", name), named("birthDate", birthDate), named("sexAtBirth", sexAtBirth),
                        named("genderIdentity", genderIdentity), named("contact", contact),
                        named("emergencyContact", emergencyContact), named("escorts", escorts),
                        named("language", language), named("timeZone", timeZone))
                .filter(Objects::nonNull)
                .toArray(String[]::new);
    }

    private static String named(String field, Object value) {
        return value == null ? null : field;
    }

    @Override
    public String toString() {
        return "PatientPatch[withheld]";
    }
}
