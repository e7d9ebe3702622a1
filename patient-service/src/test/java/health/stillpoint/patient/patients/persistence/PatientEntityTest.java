package health.stillpoint.patient.patients.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.patient.fixtures.Facts;
import health.stillpoint.patient.fixtures.Person;
import health.stillpoint.patient.patients.domain.Contact;
import health.stillpoint.patient.patients.domain.ContactPerson;
import health.stillpoint.patient.patients.domain.MedicalRecordNumber;
import health.stillpoint.patient.patients.domain.Patient;
import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.patients.domain.PersonName;
import health.stillpoint.patient.patients.domain.ProgrammeState;
import health.stillpoint.patient.patients.domain.SexAtBirth;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PatientEntityTest {

    @Test
    void keepsEverythingOfAPatient() {
        ContactPerson sibling = new ContactPerson("Jo Rivera", "sibling", "+1 555 0101");
        Patient patient = new Patient(new PatientId(Facts.PATIENT), new PersonName("Rivera", List.of("Alex")),
                LocalDate.of(1992, 5, 14), SexAtBirth.FEMALE, "woman", new Contact("+1 555 0100", "alex@example.org"), sibling,
                List.of(sibling), "en-US", ZoneId.of("America/New_York"),
                List.of(MedicalRecordNumber.next(new Random(1)).asIdentifier()), ProgrammeState.INTAKE,
                Instant.parse("2026-03-01T09:00:00Z"));

        assertThat(PatientEntity.of(patient, Person.PHYSICIAN).toDomain()).isEqualTo(patient);
    }
}
