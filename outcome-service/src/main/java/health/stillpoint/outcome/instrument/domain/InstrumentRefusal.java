package health.stillpoint.outcome.instrument.domain;

/** Why an instrument could not be used; never carries an answer. */
public abstract sealed class InstrumentRefusal extends RuntimeException
        permits NoSuchInstrument, InstrumentNotScorable, AnswersInvalid, NoSuchVariant {

    InstrumentRefusal(String message) {
        super(message, null, false, false);
    }
}
