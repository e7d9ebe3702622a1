package health.stillpoint.kit.problem;

/**
 * One value that is outside its range.
 *
 * @param field path of the value in the request, such as {@code contact.phone} or {@code readings[0].systolic}
 * @param in {@code body}, {@code query}, {@code path} or {@code header}
 * @param message what is allowed, without the value itself
 */
public record Violation(String field, String in, String message) {
}
