package health.stillpoint.patient.patients.api;

import health.stillpoint.patient.patients.domain.Patient;
import health.stillpoint.patient.patients.domain.ProgrammeState;
import health.stillpoint.patient.patients.domain.Versioned;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A patient as the register holds them. */
public record PatientView(
        UUID id,
        long version,
        List<IdentifierBody> identifiers,
        PersonNameBody name,
        LocalDate birthDate,
        SexAtBirthCode sexAtBirth,
        String genderIdentity,
        ContactBody contact,
        ContactPersonBody emergencyContact,
        List<ContactPersonBody> escorts,
        String language,
        String timeZone,
        ProgrammeState programmeState) {

    public static PatientView of(Versioned<Patient> stored) {
        Patient patient = stored.value();
        return new PatientView(patient.id().value(), stored.version(),
                patient.identifiers().stream().map(IdentifierBody::of).toList(),
                PersonNameBody.of(patient.name()), patient.birthDate(), SexAtBirthCode.of(patient.sexAtBirth()),
                patient.genderIdentity(), ContactBody.of(patient.contact()),
                ContactPersonBody.of(patient.emergencyContact()),
                patient.escorts().stream().map(ContactPersonBody::of).toList(),
                patient.language(), patient.timeZone().getId(), patient.programmeState());
    }

    @Override
    public String toString() {
        return "PatientView[" + id + "]";
    }
}
