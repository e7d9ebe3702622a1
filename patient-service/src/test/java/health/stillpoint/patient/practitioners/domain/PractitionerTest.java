package health.stillpoint.patient.practitioners.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.stillpoint.patient.fixtures.Staff;
import health.stillpoint.patient.patients.domain.Identifier;
import health.stillpoint.patient.patients.domain.PersonName;
import health.stillpoint.patient.practitioners.domain.Practitioner.EndReason;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PractitionerTest {

    private static final Instant JUNE = Instant.parse("2026-06-05T09:00:00Z");

    @Test
    void worksHereUntilTheyLeave() {
        Practitioner ada = Staff.prescriber();

        assertThat(ada.isActive()).isTrue();
        assertThat(ada.requireActive()).isSameAs(ada);
    }

    @Test
    void isNotChangedAnyMoreOnceTheyLeft() {
        Practitioner gone = Staff.prescriber().end(EndReason.RETIRED, JUNE);

        assertThat(gone.isActive()).isFalse();
        assertThat(gone.employment()).isEqualTo(new Practitioner.Employment.Ended(EndReason.RETIRED, JUNE));
        assertThatThrownBy(gone::requireActive).isInstanceOf(PractitionerRefusal.Ended.class);
        assertThatThrownBy(() -> gone.end(EndReason.LEFT, JUNE)).isInstanceOf(PractitionerRefusal.Ended.class);
    }

    @Test
    void hasTheProviderIdentifierAmongTheirNumbers() {
        Identifier license = new Identifier("urn:license", "L-1");

        assertThat(numbered(license, new Identifier(NationalProviderIdentifier.SYSTEM, "1234567893")).npi())
                .contains(new NationalProviderIdentifier("1234567893"));
        assertThat(numbered(license).npi()).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({"http://snomed.info/sct, 394587001, true", "http://nucc.org/provider-taxonomy, 2084P0800X, true",
        "http://snomed.info/sct, 80584001, false", "http://snomed.info/sct, 394591006, false",
        "http://nucc.org/provider-taxonomy, 394587001, false", "urn:home-made, 394587001, false"})
    void isAPsychiatristByTheCodeOfPsychiatryAlone(String system, String code, boolean expected) {
        assertThat(specialized(new Specialty(system, code)).isPsychiatrist()).isEqualTo(expected);
    }

    @Test
    void isNoPsychiatristWithoutASpecialtyOrOnceTheyLeft() {
        assertThat(Staff.prescriber().isPsychiatrist()).isFalse();
        assertThat(specialized(Specialty.PSYCHIATRY).end(EndReason.RETIRED, JUNE).isPsychiatrist()).isFalse();
    }

    private static Practitioner specialized(Specialty specialty) {
        Practitioner ada = Staff.prescriber();
        return new Practitioner(ada.id(), ada.name(), ada.identifiers(), ada.qualifications(), ada.roles(), Set.of(specialty),
                ada.subjectId(), ada.activeFrom(), ada.employment());
    }

    @Test
    void hasARole() {
        assertThatIllegalArgumentException().isThrownBy(() -> Staff.who(UUID.randomUUID(), null));
    }

    private static Practitioner numbered(Identifier... numbers) {
        return new Practitioner(new PractitionerId(UUID.randomUUID()), new PersonName("Okafor", List.of("Ada")), List.of(numbers),
                List.of(), Set.of(PractitionerRole.MONITOR), Set.of(), null, JUNE, new Practitioner.Employment.Active());
    }
}
