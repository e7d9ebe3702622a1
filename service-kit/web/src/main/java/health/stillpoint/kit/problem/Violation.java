package health.stillpoint.kit.problem;

/**
 * One value that is outside its range.
 *
 * @param field path of the value in the request, such as {@code contact.phone} or {@code readings[0].systolic}
 * @param in {@code body}, {@code query}, {@code path} or {@code header}
 * @param message what is allowed, without the value itself
 */
public record Violation(String field, String in, String message) {

    /** A name the caller made up may hold anything, so only what could be one of ours is repeated. */
    public static String harmless(String name) {
        return name.matches("[A-Za-z][A-Za-z0-9_-]{0,63}") ? name : "?";
    }
}
