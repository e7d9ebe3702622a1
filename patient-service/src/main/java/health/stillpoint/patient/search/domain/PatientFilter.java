package health.stillpoint.patient.search.domain;

import health.stillpoint.patient.intake.domain.Diagnosis;
import health.stillpoint.patient.patients.domain.ProgrammeState;
import health.stillpoint.patient.risk.domain.RiskFlag;
import java.util.UUID;

/**
 * Which patients are asked for; what is null is not asked about, and all that is asked must hold.
 *
 * @param text words of a name, possibly misspelled, without accents or only begun
 * @param diagnosis primary diagnosis of the latest signed intake
 * @param clinician a practitioner who is on the patient's care team now
 */
public record PatientFilter(
        String text,
        IdentifierSought identifier,
        ProgrammeState programmeState,
        Diagnosis diagnosis,
        UUID clinician,
        RiskFlag riskFlag) {

    /** A number somebody knows the patient by; {@code system} null = whoever gave it. */
    public record IdentifierSought(String system, String value) {

        @Override
        public String toString() {
            return "IdentifierSought[withheld]";
        }
    }

    @Override
    public String toString() {
        return "PatientFilter[withheld]";
    }
}
