package health.stillpoint.patient.duplicates.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import health.stillpoint.patient.duplicates.DuplicatesConfig;
import health.stillpoint.patient.patients.domain.Contact;
import health.stillpoint.patient.patients.domain.ContactPerson;
import health.stillpoint.patient.patients.domain.Identifier;
import health.stillpoint.patient.patients.domain.Patient;
import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.patients.domain.PersonName;
import health.stillpoint.patient.patients.domain.ProgrammeState;
import health.stillpoint.patient.patients.domain.SexAtBirth;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DuplicatePolicyTest {

    private static final DuplicatePolicy POLICY = new DuplicatePolicy(new SmallRyeConfigBuilder()
            .withMapping(DuplicatesConfig.class).build().getConfigMapping(DuplicatesConfig.class));
    private static final LocalDate BORN = LocalDate.of(1992, 5, 4);
    private static final Patient ALEX = person("Rivera", "Alex", BORN, SexAtBirth.FEMALE, "+1 555 0100", "alex@example.org");

    private static Patient person(String family, String given, LocalDate born, SexAtBirth sex, String phone, String email,
            String... numbers) {
        return new Patient(new PatientId(UUID.randomUUID()), new PersonName(family, List.of(given)), born, sex, null,
                new Contact(phone, email), new ContactPerson("x", "x", "x"), List.of(), "en", ZoneId.of("UTC"),
                Stream.of(numbers).map(number -> new Identifier(number.substring(0, number.indexOf('|')), number.substring(number.indexOf('|') + 1))).toList(),
                ProgrammeState.REFERRED, Instant.EPOCH);
    }

    private static List<DuplicateReason> reasons(Patient other, double similarity) {
        return POLICY.compare(ALEX, other, similarity).orElseThrow().reasons().stream()
                .map(DuplicateCandidate.Evidence::reason).toList();
    }

    @Test
    void multipliesTheDoubtThatEachPieceOfEvidenceLeaves() {
        var same = POLICY.compare(ALEX, person("Rivera", "Alex", BORN, SexAtBirth.FEMALE, "(1) 555-0100", "ALEX@example.org "), 1)
                .orElseThrow();

        assertThat(same.reasons()).extracting(DuplicateCandidate.Evidence::reason).containsExactly(DuplicateReason.SAME_BIRTH_DATE,
                DuplicateReason.SIMILAR_NAME, DuplicateReason.SAME_PHONE, DuplicateReason.SAME_EMAIL);
        assertThat(same.score()).isCloseTo(1 - 0.55 * 0.5 * 0.65 * 0.55, within(1e-9));
    }

    @Test
    void countsASimilarNameAsMuchAsItIsSimilar() {
        var alike = POLICY.compare(ALEX, person("Riwera", "Aleks", BORN, SexAtBirth.FEMALE, null, null), 0.5).orElseThrow();

        assertThat(alike.score()).isCloseTo(1 - 0.55 * 0.75, within(1e-9));
        assertThat(reasons(person("Riwera", "Aleks", BORN, SexAtBirth.FEMALE, "+1 555 0100", null), 0.49))
                .doesNotContain(DuplicateReason.SIMILAR_NAME);
    }

    @Test
    void seesDayAndMonthThatChangedPlaces() {
        assertThat(reasons(person("Rivera", "Alex", LocalDate.of(1992, 4, 5), SexAtBirth.FEMALE, null, null), 1))
                .contains(DuplicateReason.BIRTH_DATE_TRANSPOSED).doesNotContain(DuplicateReason.DIFFERENT_BIRTH_DATE);
        assertThat(DuplicatePolicy.transposed(LocalDate.of(1992, 5, 14))).isEmpty();
    }

    @Test
    void seesNamePartsThatChangedPlaces() {
        assertThat(reasons(person("Alex", "Rivera", BORN, SexAtBirth.FEMALE, null, null), 1))
                .contains(DuplicateReason.NAME_PARTS_SWAPPED);
        assertThat(reasons(person("Rivera", "Alex", BORN, SexAtBirth.FEMALE, null, null), 1))
                .doesNotContain(DuplicateReason.NAME_PARTS_SWAPPED);
    }

    @Test
    void seesTheSameNumberOfTheSameGiver() {
        Patient one = person("A", "B", BORN, SexAtBirth.FEMALE, null, null, "urn:a|X-1");
        Patient other = person("C", "D", BORN.plusYears(1), SexAtBirth.UNKNOWN, null, null, "urn:a|x-1");

        var found = POLICY.compare(one, other, 0).orElseThrow();

        assertThat(found.reasons()).extracting(DuplicateCandidate.Evidence::reason)
                .containsExactly(DuplicateReason.SAME_IDENTIFIER, DuplicateReason.DIFFERENT_BIRTH_DATE);
        assertThat(found.score()).isCloseTo(0.9 * 0.6, within(1e-9));
        assertThat(POLICY.compare(one, person("C", "D", BORN.plusYears(1), SexAtBirth.UNKNOWN, null, null, "urn:b|x-1"), 0)).isEmpty();
    }

    @Test
    void lowersTheScoreByWhatSpeaksAgainst() {
        assertThat(POLICY.compare(ALEX, person("Rivera", "Alex", BORN.minusYears(3), SexAtBirth.FEMALE, null, null), 1)).isEmpty();
        assertThat(POLICY.compare(ALEX, person("Rivera", "Alex", BORN, SexAtBirth.MALE, null, null), 1).orElseThrow().score())
                .isCloseTo((1 - 0.55 * 0.5) * 0.7, within(1e-9));
        assertThat(POLICY.compare(ALEX, person("Rivera", "Alex", BORN, SexAtBirth.UNKNOWN, null, null), 1).orElseThrow().score())
                .isCloseTo(1 - 0.55 * 0.5, within(1e-9));
    }

    @Test
    void showsARecordThatJustReachesTheScore() {
        Patient sameDay = person("Zog", "Ida", BORN, SexAtBirth.FEMALE, null, null);

        assertThat(policy("0.5").compare(ALEX, sameDay, 0.1)).isPresent();
        assertThat(policy("0.50001").compare(ALEX, sameDay, 0.1)).isEmpty();
    }

    /** An equal birth date alone scores one half. */
    private static DuplicatePolicy policy(String candidateFrom) {
        return new DuplicatePolicy(new SmallRyeConfigBuilder().withMapping(DuplicatesConfig.class)
                .withDefaultValue("stillpoint.duplicates.same-birth-date", "0.5")
                .withDefaultValue("stillpoint.duplicates.candidate-from", candidateFrom)
                .build().getConfigMapping(DuplicatesConfig.class));
    }

    @Test
    void showsNobodyWhoSharesOnlyABirthDateOrATelephone() {
        assertThat(POLICY.compare(ALEX, person("Zog", "Ida", BORN, SexAtBirth.FEMALE, null, null), 0.1)).isEmpty();
        assertThat(POLICY.compare(ALEX, person("Zog", "Ida", BORN.plusDays(1), SexAtBirth.FEMALE, "+1 555 0100", null), 0.1)).isEmpty();
    }
}
