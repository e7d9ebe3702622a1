package health.stillpoint.session.checklist.domain;

/**
 * One judged row.
 *
 * @param found what was found, in codes and numbers
 * @param limit what the row asks for
 * @param source where the limit comes from
 */
public record ChecklistRow(ChecklistItem item, ChecklistResult result, String found, String limit, String source) {
}
