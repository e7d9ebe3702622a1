package health.stillpoint.patient.search.api;

import health.stillpoint.kit.problem.Problem;
import health.stillpoint.kit.problem.ProblemException;
import health.stillpoint.kit.problem.Violation;
import health.stillpoint.patient.intake.domain.Diagnosis;
import health.stillpoint.patient.patients.domain.ProgrammeState;
import health.stillpoint.patient.risk.domain.RiskFlag;
import health.stillpoint.patient.search.domain.PatientFilter;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Reads the filters of the list. A filter that is empty or said twice is refused: it must not mean "everybody". */
final class PatientFilters {

    static final int LONGEST_TEXT = 100;

    private PatientFilters() { }

    static void requireUsable(MultivaluedMap<String, String> parameters) {
        parameters.forEach((name, values) -> {
            if (values.size() > 1) {
                throw unusable(name, "must be said once");
            }
            if (!name.equals("cursor") && values.getFirst().isBlank()) {
                throw unusable(name, "must not be empty");
            }
        });
    }

    static PatientFilter read(String text, String identifier, String programmeState, String diagnosis, String clinician,
            String riskFlag) {
        return new PatientFilter(
                one("text", text, PatientFilters::name),
                one("identifier", identifier, PatientFilters::identifier),
                one("programmeState", programmeState, ProgrammeState::valueOf),
                one("diagnosis", diagnosis, Diagnosis::valueOf),
                one("clinician", clinician, UUID::fromString),
                one("riskFlag", riskFlag, RiskFlag::valueOf));
    }

    private static <T> T one(String name, String value, Function<String, T> reader) {
        if (value == null) {
            return null;
        }
        try {
            if (value.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException();
            }
            return reader.apply(value);
        } catch (IllegalArgumentException _) {
            throw unusable(name, "is not one the list knows");
        }
    }

    private static String name(String text) {
        if (text.length() > LONGEST_TEXT) {
            throw unusable("text", "must have at most " + LONGEST_TEXT + " characters");
        }
        if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
            throw unusable("text", "must contain a letter or a digit");
        }
        return text;
    }

    private static PatientFilter.IdentifierSought identifier(String sought) {
        int bar = sought.indexOf('|');
        String system = bar < 1 ? null : sought.substring(0, bar);
        String value = sought.substring(bar + 1);
        if (value.isBlank()) {
            throw new IllegalArgumentException();
        }
        return new PatientFilter.IdentifierSought(system, value);
    }

    private static ProblemException unusable(String name, String why) {
        return Problem.of(400, "unusable-filter", "A filter cannot be used")
                .violations(List.of(new Violation(name, "query", why))).toException();
    }
}
