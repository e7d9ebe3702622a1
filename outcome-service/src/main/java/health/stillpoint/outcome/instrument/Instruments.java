package health.stillpoint.outcome.instrument;

import health.stillpoint.outcome.instrument.domain.AnswerSheet;
import health.stillpoint.outcome.instrument.domain.Change;
import health.stillpoint.outcome.instrument.domain.Instrument;
import health.stillpoint.outcome.instrument.domain.InstrumentCatalogue;
import health.stillpoint.outcome.instrument.domain.InstrumentCode;
import health.stillpoint.outcome.instrument.domain.NoSuchInstrument;
import health.stillpoint.outcome.instrument.domain.NoSuchVariant;
import health.stillpoint.outcome.instrument.domain.Score;
import health.stillpoint.outcome.instrument.domain.ScoringEngine;
import health.stillpoint.outcome.instrument.domain.Variant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Shows the catalogue and scores answers that belong to nobody. */
@ApplicationScoped
public class Instruments {

    private final InstrumentCatalogue catalogue;

    Instruments(InstrumentCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** A score and, when a baseline was given and both have a total, the change. */
    public record Scored(Score score, Optional<Change> change) {}

    /** Version of the catalogue's facts. */
    public String version() {
        return catalogue.version();
    }

    /** All instruments. */
    public List<Instrument> all() {
        return catalogue.all();
    }

    /** The instrument of a code, however it is written. */
    public Instrument withCode(String code) {
        if (!InstrumentCode.isWellFormed(code)) {
            throw new NoSuchInstrument();
        }
        return catalogue.withCode(new InstrumentCode(code));
    }

    /** Scores answers, and compares them with a baseline when there is one. */
    public Scored score(
            Instrument instrument, AnswerSheet answers, Optional<AnswerSheet> baseline, Optional<Variant> wanted) {
        Variant variant = wanted.orElseGet(() -> instrument.scoring().defaultVariant());
        if (!instrument.scoring().hasVariant(variant)) {
            throw new NoSuchVariant(instrument.scoring().variants());
        }
        Score score = ScoringEngine.score(instrument, answers, variant);
        Optional<Change> change = baseline.map(sheet -> ScoringEngine.score(instrument, sheet, variant))
                .flatMap(Score::asScoredTotal)
                .flatMap(before -> Change.between(instrument, before, score));
        return new Scored(score, change);
    }
}
