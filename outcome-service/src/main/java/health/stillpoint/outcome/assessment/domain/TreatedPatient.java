package health.stillpoint.outcome.assessment.domain;

import health.stillpoint.outcome.instrument.domain.PrimaryDiagnosis;
import java.time.Instant;
import java.util.Optional;

/**
 * What this service has been told about a patient.
 *
 * @param id the patient
 * @param diagnosis the disorder of the last signed intake
 * @param treatmentConsentAt when consent to treatment was signed; absent before and after its withdrawal
 */
public record TreatedPatient(PatientId id, Optional<PrimaryDiagnosis> diagnosis, Optional<Instant> treatmentConsentAt) {

    /** A patient nothing is known of yet. */
    public static TreatedPatient unknown(PatientId id) {
        return new TreatedPatient(id, Optional.empty(), Optional.empty());
    }

    public TreatedPatient with(PrimaryDiagnosis signed) {
        return new TreatedPatient(id, Optional.of(signed), treatmentConsentAt);
    }

    public TreatedPatient consentedAt(Instant moment) {
        return new TreatedPatient(id, diagnosis, Optional.of(moment));
    }

    public TreatedPatient consentWithdrawn() {
        return new TreatedPatient(id, diagnosis, Optional.empty());
    }

    /** The baseline can be asked for once consent and diagnosis are both known, in whichever order they came. */
    public boolean isReadyForBaseline() {
        return diagnosis.isPresent() && treatmentConsentAt.isPresent();
    }
}
