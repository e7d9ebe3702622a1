package health.stillpoint.patient.duplicates.domain;

import health.stillpoint.patient.patients.domain.Identifier;
import health.stillpoint.patient.patients.domain.Patient;
import health.stillpoint.patient.patients.domain.PersonName;
import health.stillpoint.patient.patients.domain.SexAtBirth;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Compares two records. Each piece of evidence leaves a share of the doubt, one less its weight, and the shares are multiplied, as
 * if the pieces were independent (after Fellegi and Sunter, J Am Stat Assoc 1969;64:1183-1210); what speaks against lowers the
 * result. A person decides: nothing is ever merged by a score.
 */
public final class DuplicatePolicy {

    private final DuplicateLimits limits;

    public DuplicatePolicy(DuplicateLimits limits) {
        this.limits = limits;
    }

    /**
     * @param nameSimilarity share of common trigrams of both names, 0..1
     * @return empty below the score from which a record is shown
     */
    public Optional<DuplicateCandidate> compare(Patient patient, Patient other, double nameSimilarity) {
        List<DuplicateCandidate.Evidence> reasons = evidence(patient, other, nameSimilarity);
        double score = score(reasons);
        return score < limits.candidateFrom() ? Optional.empty() : Optional.of(new DuplicateCandidate(other, score, reasons));
    }

    private List<DuplicateCandidate.Evidence> evidence(Patient one, Patient other, double nameSimilarity) {
        List<DuplicateCandidate.Evidence> found = new ArrayList<>();
        note(found, DuplicateReason.SAME_IDENTIFIER, !Collections.disjoint(numbers(one), numbers(other)));
        boolean sameDay = one.birthDate().equals(other.birthDate());
        boolean transposed = !sameDay && transposed(one.birthDate()).filter(other.birthDate()::equals).isPresent();
        note(found, DuplicateReason.SAME_BIRTH_DATE, sameDay);
        note(found, DuplicateReason.BIRTH_DATE_TRANSPOSED, transposed);
        if (nameSimilarity >= limits.nameSimilarityFrom()) {
            found.add(new DuplicateCandidate.Evidence(DuplicateReason.SIMILAR_NAME, nameSimilarity));
        }
        note(found, DuplicateReason.NAME_PARTS_SWAPPED, areSwapped(one.name(), other.name()));
        note(found, DuplicateReason.SAME_PHONE, same(digits(one.contact().phone()), digits(other.contact().phone())));
        note(found, DuplicateReason.SAME_EMAIL, same(lower(one.contact().email()), lower(other.contact().email())));
        note(found, DuplicateReason.DIFFERENT_BIRTH_DATE, !sameDay && !transposed);
        note(found, DuplicateReason.DIFFERENT_SEX_AT_BIRTH, one.sexAtBirth() != other.sexAtBirth()
                && one.sexAtBirth() != SexAtBirth.UNKNOWN && other.sexAtBirth() != SexAtBirth.UNKNOWN);
        return found;
    }

    private double score(List<DuplicateCandidate.Evidence> reasons) {
        double doubt = 1;
        double against = 1;
        for (DuplicateCandidate.Evidence evidence : reasons) {
            doubt *= 1 - weight(evidence.reason()) * evidence.strength();
            against *= factor(evidence.reason());
        }
        return (1 - doubt) * against;
    }

    private double weight(DuplicateReason reason) {
        return switch (reason) {
            case SAME_IDENTIFIER -> limits.sameIdentifier();
            case SAME_BIRTH_DATE -> limits.sameBirthDate();
            case BIRTH_DATE_TRANSPOSED -> limits.birthDateTransposed();
            case SIMILAR_NAME -> limits.similarName();
            case NAME_PARTS_SWAPPED -> limits.namePartsSwapped();
            case SAME_PHONE -> limits.samePhone();
            case SAME_EMAIL -> limits.sameEmail();
            case DIFFERENT_BIRTH_DATE, DIFFERENT_SEX_AT_BIRTH -> 0;
        };
    }

    private double factor(DuplicateReason reason) {
        return switch (reason) {
            case DIFFERENT_BIRTH_DATE -> limits.differentBirthDate();
            case DIFFERENT_SEX_AT_BIRTH -> limits.differentSexAtBirth();
            case SAME_IDENTIFIER, SAME_BIRTH_DATE, BIRTH_DATE_TRANSPOSED, SIMILAR_NAME, NAME_PARTS_SWAPPED, SAME_PHONE, SAME_EMAIL -> 1;
        };
    }

    /** The same day with day and month in each other's place; empty when no calendar has it. */
    public static Optional<LocalDate> transposed(LocalDate day) {
        try {
            return Optional.of(LocalDate.of(day.getYear(), day.getDayOfMonth(), day.getMonthValue()));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static boolean areSwapped(PersonName one, PersonName other) {
        String given = lower(String.join(" ", one.given()));
        String otherGiven = lower(String.join(" ", other.given()));
        return lower(one.family()).equals(otherGiven) && lower(other.family()).equals(given) && !lower(one.family()).equals(given);
    }

    private static void note(List<DuplicateCandidate.Evidence> found, DuplicateReason reason, boolean holds) {
        if (holds) {
            found.add(new DuplicateCandidate.Evidence(reason, 1));
        }
    }

    /** Two givers may give the same number to two persons. */
    private static Set<Identifier> numbers(Patient patient) {
        return patient.identifiers().stream()
                .map(number -> new Identifier(number.system(), lower(number.value())))
                .collect(Collectors.toSet());
    }

    private static boolean same(String one, String other) {
        return one != null && !one.isEmpty() && one.equals(other);
    }

    /** Nothing but the digits of a telephone number. */
    public static String digits(String phone) {
        return phone == null ? null : phone.replaceAll("[^0-9]", "");
    }

    /** An address or a name as it is compared. */
    public static String lower(String text) {
        return text == null ? null : text.strip().toLowerCase(Locale.ROOT);
    }
}
