package health.stillpoint.outcome.instrument.domain;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A questionnaire or rating scale of the catalogue.
 *
 * @param code short name
 * @param name full name
 * @param measures what it measures
 * @param recallPeriod the time its questions look back on
 * @param respondent who answers it
 * @param direction which way is better
 * @param rules how it is scored; absent while its published scoring has not been verified
 * @param loinc LOINC codes by role: panel, total, items
 * @param licence whether its wording may be carried
 * @param note what a user of the score should know
 * @param sources publications behind its facts, in full
 */
public record Instrument(
        InstrumentCode code,
        String name,
        String measures,
        Optional<String> recallPeriod,
        Respondent respondent,
        Direction direction,
        Optional<ScoringRules> rules,
        Map<String, String> loinc,
        Licence licence,
        Optional<String> note,
        List<String> sources) {

    public Instrument {
        Objects.requireNonNull(code, "code");
        loinc = Map.copyOf(loinc);
        sources = List.copyOf(sources);
    }

    /** The rules, for callers that have checked that the instrument can be scored. */
    public ScoringRules scoring() {
        return rules.orElseThrow(() -> new InstrumentNotScorable(code));
    }
}
