package health.stillpoint.patient.search.domain;

/**
 * A word of the clinic's names that may be meant by a word sought.
 *
 * @param token which word of the text, from 1
 * @param score how alike, 0..1
 * @param bearers patients whose name has the word; counted up to {@link NamePlan#COUNTED_BEARERS}, 0 when not counted
 */
public record NameCandidate(int token, String word, double score, int bearers) {

    @Override
    public String toString() {
        return "NameCandidate[withheld]";
    }
}
