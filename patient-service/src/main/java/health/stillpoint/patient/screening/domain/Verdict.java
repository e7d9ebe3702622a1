package health.stillpoint.patient.screening.domain;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/** What one rule says before its code, threshold and source are put beside it. */
sealed interface Verdict {

    /**
     * Nothing of the kind.
     *
     * @param causes what made it necessary to look, where something did
     */
    record NotFound(String found, Set<String> causes) implements Verdict {

        /** The same, naming what made it necessary to look. */
        NotFound because(Set<String> asked) {
            return new NotFound(found, asked);
        }
    }

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

    /**
     * Cannot be said.
     *
     * @param causes what speaks for a finding although the row is open; empty where it was merely not asked
     */
    record Unanswered(String reason, Set<String> causes) implements Verdict {

        /** The same, with what speaks for a finding. */
        Unanswered because(Set<String> told) {
            return new Unanswered(reason, told);
        }
    }

    /** What makes it a finding, speaks for one, or made it necessary to look. */
    Set<String> causes();

    static NotFound notFound(Object found) {
        return new NotFound(String.valueOf(found), Set.of());
    }

    static Found found(FindingClass findingClass, String reason, Object found, Condition... conditions) {
        return new Found(findingClass, reason, String.valueOf(found), true, Set.of(conditions), Set.of(reason));
    }

    static Unanswered unanswered(String reason) {
        return new Unanswered(reason, Set.of());
    }

    /**
     * What two say together. What excludes stands first; what is unanswered stands before a lighter finding, because it could exclude, and
     * keeps the causes of what it hides. Of two found the heavier class and its reason stand, the conditions of both hold, and the cause can
     * be corrected only if each of that weight can.
     */
    static Verdict together(Verdict one, Verdict other) {
        if (one instanceof Found first && other instanceof Found second) {
            return first.with(second);
        }
        Verdict standing = weight(one) >= weight(other) ? one : other;
        Set<String> all = new HashSet<>(one.causes());
        all.addAll(other.causes());
        return switch (standing) {
            case NotFound nothing -> nothing.because(all);
            case Found found -> found;
            case Unanswered open -> open.because(all);
        };
    }

    private static int weight(Verdict verdict) {
        return switch (verdict) {
            case NotFound _ -> 0;
            case Found found -> found.findingClass() == FindingClass.ABS ? 3 : 1;
            case Unanswered _ -> 2;
        };
    }
}
