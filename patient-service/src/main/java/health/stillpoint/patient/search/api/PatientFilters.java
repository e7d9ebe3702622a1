package health.stillpoint.patient.search.api;

import health.stillpoint.kit.http.ListFilters;
import health.stillpoint.patient.intake.domain.Diagnosis;
import health.stillpoint.patient.patients.domain.ProgrammeState;
import health.stillpoint.patient.risk.domain.RiskFlag;
import health.stillpoint.patient.search.domain.PatientFilter;
import java.util.UUID;
import java.util.function.Function;

/** Reads the filters of the list; one that it does not know is refused. */
final class PatientFilters {

    static final int LONGEST_TEXT = 100;

    private PatientFilters() { }

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
            throw ListFilters.unusable(name, "is not one the list knows");
        }
    }

    private static String name(String text) {
        if (text.length() > LONGEST_TEXT) {
            throw ListFilters.unusable("text", "must have at most " + LONGEST_TEXT + " characters");
        }
        if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
            throw ListFilters.unusable("text", "must contain a letter or a digit");
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
}
