package health.stillpoint.patient.screening.domain;

import java.util.Set;

/** What one rule says before its code, threshold and source are put beside it. */
sealed interface Verdict {

    /** Nothing of the kind. */
    record NotFound(String found) implements Verdict { }

    /** Found, with its weight; {@code correctable} says whether this cause can be corrected at all. */
    record Found(FindingClass findingClass, String reason, String found, boolean correctable, Set<Condition> conditions)
            implements Verdict { }

    /** Cannot be said. */
    record Unanswered(String reason) implements Verdict { }

    static Verdict notFound(Object found) {
        return new NotFound(String.valueOf(found));
    }

    static Verdict found(FindingClass findingClass, String reason, Object found, Condition... conditions) {
        return new Found(findingClass, reason, String.valueOf(found), true, Set.of(conditions));
    }

    static Verdict unanswered(String reason) {
        return new Unanswered(reason);
    }

    /** The heavier of two: found before unanswered before not found, and by class among the found. */
    static Verdict heavier(Verdict one, Verdict other) {
        return weight(one) >= weight(other) ? one : other;
    }

    private static int weight(Verdict verdict) {
        return switch (verdict) {
            case NotFound _ -> 0;
            case Unanswered _ -> 1;
            case Found found -> 2 + found.findingClass().ordinal();
        };
    }
}
