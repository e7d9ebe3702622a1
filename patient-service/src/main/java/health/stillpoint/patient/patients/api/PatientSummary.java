package health.stillpoint.patient.patients.api;

import health.stillpoint.patient.patients.domain.Patient;
import health.stillpoint.patient.patients.domain.ProgrammeState;
import health.stillpoint.patient.patients.domain.Versioned;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A line of the list of patients: enough to find a person, and no more. */
public record PatientSummary(
        UUID id,
        long version,
        List<IdentifierBody> identifiers,
        PersonNameBody name,
        LocalDate birthDate,
        ProgrammeState programmeState) {

    static PatientSummary of(Versioned<Patient> stored) {
        Patient patient = stored.value();
        return new PatientSummary(patient.id().value(), stored.version(),
                patient.identifiers().stream().map(IdentifierBody::of).toList(),
                PersonNameBody.of(patient.name()), patient.birthDate(), patient.programmeState());
    }

    @Override
    public String toString() {
        return "PatientSummary[" + id + "]";
    }
}
