package health.stillpoint.patient.consent.domain;

import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.patients.domain.Versioned;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Signed consents, every one kept. */
public interface ConsentRepository {

    Versioned<Consent> add(Consent consent);

    Versioned<Consent> save(Consent consent);

    Optional<Versioned<Consent>> withId(PatientId patientId, UUID id);

    /** Newest first. */
    List<Versioned<Consent>> of(PatientId patientId);

    /** Those of a scope that were neither withdrawn nor have lapsed. */
    List<Consent> given(PatientId patientId, ConsentScope scope);

    /** All of the clinic that were neither withdrawn nor have lapsed. */
    List<Consent> given();
}
