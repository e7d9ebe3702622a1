package health.stillpoint.patient.patients.api;

import health.stillpoint.patient.patients.Patients;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A person to be registered. */
public record PatientRequest(
        @NotNull @Valid PersonNameBody name,
        @NotNull @PastOrPresent LocalDate birthDate,
        @NotNull SexAtBirthCode sexAtBirth,
        @Size(max = 100) String genderIdentity,
        @NotNull @Valid ContactBody contact,
        @NotNull @Valid ContactPersonBody emergencyContact,
        @Size(max = 20) List<@NotNull @Valid ContactPersonBody> escorts,
        @NotNull @Pattern(regexp = LANGUAGE, message = "must be a BCP 47 language tag")
                @Schema(description = "BCP 47 language tag") String language,
        @NotNull @ValidTimeZone @Schema(description = "IANA time zone") String timeZone,
        @Size(max = 20) List<@NotNull @Valid IdentifierBody> identifiers) {

    public static final String LANGUAGE = "[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*";

    Patients.Registration toDomain() {
        return new Patients.Registration(name.toDomain(), birthDate, sexAtBirth.toDomain(), genderIdentity,
                contact.toDomain(), emergencyContact.toDomain(),
                escorts == null ? List.of() : escorts.stream().map(ContactPersonBody::toDomain).toList(),
                language, ZoneId.of(timeZone),
                identifiers == null ? List.of() : identifiers.stream().map(IdentifierBody::toDomain).toList());
    }

    @Override
    public String toString() {
        return "PatientRequest[withheld]";
    }
}
