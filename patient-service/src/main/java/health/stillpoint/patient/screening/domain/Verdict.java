package health.stillpoint.patient.screening.domain;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/** What one rule says before its code, threshold and source are put beside it. */
sealed interface Verdict {

    /** Nothing of the kind. */
    record NotFound(String found) implements Verdict { }

    /**
     * Found, with its weight; {@code correctable} says whether this cause can be corrected at all.
     *
     * @param causes everything that makes it a finding, not only the reason that stands
     */
    record Found(FindingClass findingClass, String reason, String found, boolean correctable, Set<Condition> conditions, Set<String> causes)
            implements Verdict {

        /** The same, naming its causes more closely than its reason does. */
        Found because(Set<String> closer) {
            return new Found(findingClass, reason, found, correctable, conditions, closer);
        }

        private Found with(Found second) {
            int heavier = findingClass.compareTo(second.findingClass);
            Found standing = heavier >= 0 ? this : second;
            Set<Condition> both = EnumSet.noneOf(Condition.class);
            both.addAll(conditions);
            both.addAll(second.conditions);
            boolean canBeCorrected = heavier == 0 ? correctable && second.correctable : standing.correctable;
            Set<String> all = new HashSet<>(causes);
            all.addAll(second.causes);
            return new Found(standing.findingClass, standing.reason, found + ", " + second.found, canBeCorrected, both, all);
        }
    }

    /** Cannot be said. */
    record Unanswered(String reason) implements Verdict { }

    static Verdict notFound(Object found) {
        return new NotFound(String.valueOf(found));
    }

    static Found found(FindingClass findingClass, String reason, Object found, Condition... conditions) {
        return new Found(findingClass, reason, String.valueOf(found), true, Set.of(conditions), Set.of(reason));
    }

    static Verdict unanswered(String reason) {
        return new Unanswered(reason);
    }

    /**
     * What two say together. What excludes stands first; what is unanswered stands before a lighter finding, because it could
     * exclude. Of two found the heavier class and its reason stand, the conditions of both hold, and the cause can be corrected
     * only if each of that weight can.
     */
    static Verdict together(Verdict one, Verdict other) {
        if (one instanceof Found first && other instanceof Found second) {
            return first.with(second);
        }
        return weight(one) >= weight(other) ? one : other;
    }

    private static int weight(Verdict verdict) {
        return switch (verdict) {
            case NotFound _ -> 0;
            case Found found -> found.findingClass() == FindingClass.ABS ? 3 : 1;
            case Unanswered _ -> 2;
        };
    }
}
