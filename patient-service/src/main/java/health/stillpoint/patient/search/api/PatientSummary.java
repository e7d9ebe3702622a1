package health.stillpoint.patient.search.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.stillpoint.patient.patients.api.IdentifierBody;
import health.stillpoint.patient.patients.api.PersonNameBody;
import health.stillpoint.patient.patients.domain.Patient;
import health.stillpoint.patient.patients.domain.ProgrammeState;
import health.stillpoint.patient.search.PatientSearch;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A line of the list of patients: enough to find a person, and no more. */
public record PatientSummary(
        UUID id,
        long version,
        List<IdentifierBody> identifiers,
        PersonNameBody name,
        LocalDate birthDate,
        ProgrammeState programmeState,
        @Schema(description = "How alike the name is to the text sought, 0..1, to two decimals; only with a text")
                @JsonInclude(JsonInclude.Include.NON_NULL) Double nameMatch) {

    static PatientSummary of(PatientSearch.Found found) {
        Patient patient = found.patient().value();
        return new PatientSummary(patient.id().value(), found.patient().version(),
                patient.identifiers().stream().map(IdentifierBody::of).toList(),
                PersonNameBody.of(patient.name()), patient.birthDate(), patient.programmeState(), shown(found.nameMatch()));
    }

    private static Double shown(Double nameMatch) {
        return nameMatch == null ? null : Math.round(nameMatch * 100) / 100.0;
    }

    @Override
    public String toString() {
        return "PatientSummary[" + id + "]";
    }
}
