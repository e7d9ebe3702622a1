package health.stillpoint.patient.patients.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.kit.testing.ContractChecks;
import health.stillpoint.patient.fixtures.Facts;
import health.stillpoint.patient.patients.domain.Contact;
import health.stillpoint.patient.patients.domain.ContactPerson;
import health.stillpoint.patient.patients.domain.Patient;
import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.patients.domain.PersonName;
import health.stillpoint.patient.patients.domain.ProgrammeState;
import health.stillpoint.patient.patients.domain.SexAtBirth;
import health.stillpoint.patient.patients.domain.Versioned;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class PatientFactsContractTest {

    @Test
    void tellsARegistrationAsItsGoldenExample() {
        Patient patient = new Patient(new PatientId(Facts.PATIENT), new PersonName("CANARY-family", List.of("CANARY-given")),
                LocalDate.of(1992, 5, 14), SexAtBirth.FEMALE, null, new Contact("CANARY-phone", null),
                new ContactPerson("CANARY-contact", "friend", "CANARY-phone"), List.of(), "en", ZoneId.of("UTC"), List.of(),
                ProgrammeState.REFERRED, Instant.parse("2026-03-01T09:00:00Z"));

        var fact = PatientFacts.registered(new Versioned<>(patient, 0));

        ContractChecks.isGoldenExample(PatientRegisteredV1.TYPE, fact.data());
        assertThat(fact.key()).isEqualTo(Facts.PATIENT);
        assertThat(fact.data().toString()).doesNotContain("CANARY");
    }
}
