package health.stillpoint.session.eligibility.domain;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What patient-service tells of who the patient is, as far as doses depend on it.
 *
 * @param revision the owner's count of changes, by which the latest is known whatever comes last; null = told without it, and so the earliest
 * @param correctedAt clinic times at which corrections were heard, oldest first: what was decided before one rests on what was wrong (ours)
 */
public record Person(Integer birthYear, String sexAtBirth, Long revision, List<Instant> correctedAt) {

    /** Nothing was told. */
    public static final Person UNKNOWN = new Person(null, null, null, List.of());

    public Person {
        correctedAt = List.copyOf(correctedAt);
    }

    /** The latest revision counts; one that is told after a later one changes nothing. */
    public Person told(Integer year, String sex, Long toldRevision, Instant at) {
        if (revision != null && (toldRevision == null || toldRevision < revision)) {
            return this;
        }
        return new Person(year, sex, toldRevision, isAnother(year, sex) ? Stream.concat(correctedAt.stream(), Stream.of(at)).toList() : correctedAt);
    }

    private boolean isAnother(Integer year, String sex) {
        return birthYear != null && !birthYear.equals(year) || sexAtBirth != null && !Objects.equals(sexAtBirth, sex);
    }

    /** Whether what was decided at the moment knew the person as they are known now. */
    public boolean knownAt(Instant moment) {
        return correctedAt.stream().noneMatch(moment::isBefore);
    }

    /** The person as known at a moment. What was known before a later correction is not kept: both are unknown, whichever it put right. */
    public Person asOf(Instant moment) {
        return knownAt(moment) ? this : new Person(null, null, revision, correctedAt.stream().filter(heard -> !moment.isBefore(heard)).toList());
    }

    @Override
    public String toString() {
        return "Person[withheld]";
    }
}
