package health.stillpoint.session.adverseevent.domain;

import java.time.Instant;
import java.util.Set;

/**
 * What was noticed and how it was judged. FHIR AdverseEvent; graded by CTCAE v5 (dosing section 7, docs/clinical-sources.md#adverse-events).
 *
 * @param description in words; needed for a term of none of the others
 * @param grade CTCAE v5: 1 mild, 2 moderate, 3 severe, 4 life-threatening, 5 death
 * @param criteria what makes it serious, as far as somebody said so
 * @param endedAt null while it lasts or its end is not known
 */
public record AdverseEventFinding(AdverseEventTerm term, String description, int grade, Set<Criterion> criteria, Relatedness relatedness,
        boolean expected, DrugAction drugAction, Outcome outcome, Instant onsetAt, Instant endedAt) {

    static final int LIFE_THREATENING_GRADE = 4;
    /** Death. */
    public static final int FATAL_GRADE = 5;

    /** What makes an adverse event serious (ICH E2A; dosing section 7). */
    public enum Criterion { DEATH, LIFE_THREATENING, ADMISSION, DISABILITY, CONGENITAL_ANOMALY, MEDICALLY_IMPORTANT }

    /** Whether the drug caused it, in the order of certainty (dosing section 7). */
    public enum Relatedness { UNRELATED, UNLIKELY, POSSIBLE, PROBABLE, DEFINITE }

    /** What was done with the drug (ICH E2B(R3) G.k.8). */
    public enum DrugAction { WITHDRAWN, DOSE_REDUCED, DOSE_NOT_CHANGED, NOT_APPLICABLE, UNKNOWN }

    /** What became of it (ICH E2B(R3) E.i.7). */
    public enum Outcome { RECOVERED, RECOVERING, NOT_RECOVERED, RECOVERED_WITH_SEQUELAE, FATAL, UNKNOWN }

    public AdverseEventFinding {
        criteria = Set.copyOf(criteria);
        if (grade < 1 || grade > FATAL_GRADE) {
            throw new IllegalArgumentException("A grade must be 1..5, was " + grade);
        }
    }

    /** Serious: a criterion was named, or term, grade or outcome are one by themselves. Nobody can say that those are not. */
    public boolean serious() {
        return !criteria.isEmpty() || term.medicallyImportant() || grade >= LIFE_THREATENING_GRADE || outcome == Outcome.FATAL;
    }

    /** POSSIBLE or more certain. */
    public boolean related() {
        return relatedness.compareTo(Relatedness.POSSIBLE) >= 0;
    }

    /** What is not known to be over goes on. */
    public boolean over() {
        return outcome == Outcome.RECOVERED || outcome == Outcome.RECOVERED_WITH_SEQUELAE;
    }

    AdverseEventFinding withoutWords() {
        return new AdverseEventFinding(term, AdverseEvent.erased(description), grade, criteria, relatedness, expected, drugAction, outcome, onsetAt,
                endedAt);
    }

    @Override
    public String toString() {
        return "AdverseEventFinding[withheld]";
    }
}
