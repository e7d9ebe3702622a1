package health.stillpoint.patient.patients.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PatientTest {

    @Test
    void isAnAdultFromTheEighteenthBirthdayWhereThePatientLives() {
        Patient patient = bornOn("2008-03-02", "America/New_York");

        assertThat(patient.requireAdult(Instant.parse("2026-03-02T05:00:00Z")).ageAt(Instant.parse("2026-03-02T05:00:00Z")))
                .isEqualTo(18);
        assertThatThrownBy(() -> patient.requireAdult(Instant.parse("2026-03-02T04:59:59Z")))
                .isInstanceOf(PatientRefusal.Minor.class);
    }

    @Test
    void isOfAnAgeThatPeopleReach() {
        Patient patient = bornOn("1906-03-02", "UTC");
        Instant oldest = Instant.parse("2037-03-01T23:59:59Z");

        assertThat(patient.requireAdult(oldest)).isEqualTo(patient);
        assertThatThrownBy(() -> patient.requireAdult(oldest.plusSeconds(1))).isInstanceOf(PatientRefusal.BornTooLongAgo.class);
    }

    @Test
    void isKnownByEachNumberOnceAndNoLongerByOneThatEnded() {
        Patient patient = bornOn("1990-01-01", "UTC");
        Identifier first = patient.identifiers().getFirst();
        Identifier further = new Identifier("urn:further", "CANARY-further");

        Patient both = patient.alsoKnownBy(further).alsoKnownBy(further);

        assertThat(both.identifiers()).containsExactly(first, further);
        assertThat(both.noLongerKnownBy(first).identifiers()).containsExactly(further);
        assertThatThrownBy(() -> patient.noLongerKnownBy(further)).isInstanceOf(PatientRefusal.NoSuchIdentifier.class);
    }

    @Test
    void hasABirthdayWhenAYearIsCompletedWhereThePatientLives() {
        Patient patient = bornOn("1961-03-02", "America/New_York");
        Instant birthday = Instant.parse("2026-03-02T05:00:00Z");

        assertThat(patient.nextBirthday(birthday.minusSeconds(1))).isEqualTo(birthday);
        assertThat(patient.nextBirthday(birthday)).isEqualTo(Instant.parse("2027-03-02T05:00:00Z"));
        assertThat(patient.ageAt(birthday.minusSeconds(1))).isEqualTo(64);
        assertThat(patient.ageAt(birthday)).isEqualTo(65);
    }

    @Test
    void completesAYearOnTheFirstOfMarchWhenBornOnALeapDay() {
        Patient patient = bornOn("1964-02-29", "UTC");
        Instant birthday = patient.nextBirthday(Instant.parse("2026-02-28T12:00:00Z"));

        assertThat(birthday).isEqualTo(Instant.parse("2026-03-01T00:00:00Z"));
        assertThat(patient.ageAt(birthday)).isEqualTo(patient.ageAt(birthday.minusSeconds(1)) + 1);
        assertThat(patient.nextBirthday(Instant.parse("2027-06-01T00:00:00Z"))).isEqualTo(Instant.parse("2028-02-29T00:00:00Z"));
    }

    @Test
    void staysTheSamePersonInAnotherState() {
        Patient patient = bornOn("1990-01-01", "Europe/Berlin");

        assertThat(patient.in(ProgrammeState.INTAKE).programmeState()).isEqualTo(ProgrammeState.INTAKE);
        assertThat(patient.in(ProgrammeState.INTAKE).in(ProgrammeState.REFERRED)).isEqualTo(patient);
    }

    @Test
    void neverShowsWhoItIsInALog() {
        Patient patient = bornOn("1990-01-01", "Europe/Berlin");

        assertThat(patient.toString() + patient.name() + patient.contact() + patient.emergencyContact()
                        + patient.identifiers())
                .doesNotContain("CANARY");
    }

    @Test
    void getsARecordNumberWhoseCheckCharacterFindsAWrongOne() {
        String number = MedicalRecordNumber.next(new Random(7)).value();
        char other = number.charAt(3) == 'A' ? 'B' : 'A';

        assertThat(number).hasSize(11);
        assertThat(MedicalRecordNumber.isWellFormed(number)).isTrue();
        assertThat(MedicalRecordNumber.isWellFormed(number.substring(0, 3) + other + number.substring(4))).isFalse();
        assertThatThrownBy(() -> new MedicalRecordNumber("123")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Patient bornOn(String birthDate, String zone) {
        return new Patient(new PatientId(UUID.randomUUID()), new PersonName("CANARY-family", List.of("CANARY-given")),
                LocalDate.parse(birthDate), SexAtBirth.UNKNOWN, null, new Contact("CANARY-phone", "CANARY-mail"),
                new ContactPerson("CANARY-contact", "friend", "CANARY-phone"), List.of(), "en", ZoneId.of(zone),
                List.of(new Identifier("urn:other", "CANARY-number")), ProgrammeState.REFERRED,
                Instant.parse("2026-03-01T09:00:00Z"));
    }
}
