package health.stillpoint.session.eligibility.domain;

import java.time.Instant;
import java.util.Objects;

/**
 * What patient-service tells of who the patient is, as far as doses depend on it.
 *
 * @param revision the owner's count of changes, by which the latest is known whatever comes last; null = told without it, and so the earliest
 * @param correctedAt clinic time at which a correction was heard: what was decided before rests on what was wrong (ours); null = never
 */
public record Person(Integer birthYear, String sexAtBirth, Long revision, Instant correctedAt) {

    /** Nothing was told. */
    public static final Person UNKNOWN = new Person(null, null, null, null);

    /** The latest revision counts; one that is told after a later one changes nothing. */
    public Person told(Integer year, String sex, Long toldRevision, Instant at) {
        if (revision != null && (toldRevision == null || toldRevision < revision)) {
            return this;
        }
        return new Person(year, sex, toldRevision, isAnother(year, sex) ? at : correctedAt);
    }

    private boolean isAnother(Integer year, String sex) {
        return birthYear != null && !birthYear.equals(year) || sexAtBirth != null && !Objects.equals(sexAtBirth, sex);
    }

    /** Whether what was decided at the moment knew the person as they are known now. */
    public boolean knownAt(Instant moment) {
        return correctedAt == null || !moment.isBefore(correctedAt);
    }

    @Override
    public String toString() {
        return "Person[withheld]";
    }
}
