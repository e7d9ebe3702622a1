package health.stillpoint.patient.practitioners.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.patient.fixtures.Facts;
import health.stillpoint.patient.fixtures.Person;
import health.stillpoint.patient.fixtures.Staff;
import health.stillpoint.patient.patients.domain.Identifier;
import health.stillpoint.patient.patients.domain.PersonName;
import health.stillpoint.patient.practitioners.domain.NationalProviderIdentifier;
import health.stillpoint.patient.practitioners.domain.Practitioner;
import health.stillpoint.patient.practitioners.domain.PractitionerId;
import health.stillpoint.patient.practitioners.domain.PractitionerRole;
import health.stillpoint.patient.practitioners.domain.Specialty;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PractitionerEntityTest {

    private static final Practitioner EVERYTHING = new Practitioner(new PractitionerId(Facts.PRESCRIBER),
            new PersonName("Okafor", List.of("Ada")),
            List.of(new Identifier(NationalProviderIdentifier.SYSTEM, "1234567893")), List.of("MD"),
            Set.of(PractitionerRole.PRESCRIBER, PractitionerRole.MONITOR), Set.of(Specialty.PSYCHIATRY), Facts.SUBJECT,
            Instant.parse("2026-01-05T09:00:00Z"), new Practitioner.Employment.Active());

    static Stream<Practitioner> everybody() {
        return Stream.of(EVERYTHING, Staff.therapist(),
                EVERYTHING.end(Practitioner.EndReason.RETIRED, Instant.parse("2026-06-05T09:00:00Z")));
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void keepsEverythingOfAPractitioner(Practitioner practitioner) {
        assertThat(PractitionerEntity.of(practitioner, Person.PHYSICIAN).toDomain()).isEqualTo(practitioner);
    }

    @Test
    void isFoundByTheProviderIdentifier() {
        assertThat(PractitionerEntity.of(EVERYTHING, Person.PHYSICIAN).npi).isEqualTo("1234567893");
    }
}
