package health.stillpoint.patient.erasure.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.kit.testing.ContractChecks;
import health.stillpoint.patient.erasure.domain.Erasure;
import health.stillpoint.patient.erasure.domain.ErasureReason;
import health.stillpoint.patient.erasure.domain.ErasureRequester;
import health.stillpoint.patient.fixtures.Facts;
import health.stillpoint.patient.fixtures.Person;
import health.stillpoint.patient.patients.domain.PatientId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ErasureEventsContractTest {

    @Test
    void tellsAnErasureAsItsGoldenExampleAndCountsTheRetentionFromTheLastContact() {
        PatientId patient = new PatientId(Facts.PATIENT);
        Erasure erasure = Erasure.of(UUID.randomUUID(), patient, ErasureReason.CONSENT_WITHDRAWN, ErasureRequester.PATIENT,
                Person.PHYSICIAN, Instant.parse("2026-03-05T09:00:00Z"), Instant.parse("2026-03-01T10:00:00Z"), Period.ofYears(7));

        var fact = ErasureEvents.erased(patient, erasure);

        assertThat(erasure.keepUntil()).isEqualTo(LocalDate.of(2033, 3, 1));
        ContractChecks.isGoldenExample(PatientErasedV1.TYPE, fact.data());
        assertThat(fact.key()).isEqualTo(Facts.PATIENT);
    }
}
