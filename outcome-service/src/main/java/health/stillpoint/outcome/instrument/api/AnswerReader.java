package health.stillpoint.outcome.instrument.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import health.stillpoint.outcome.instrument.domain.Answer;
import java.io.IOException;
import java.math.BigDecimal;

/**
 * Reads one answer: a whole number (2.0 is 2, 2.5 is not), null for missing, or "NA". Anything else is kept as malformed,
 * so that the refusal can name every offending item at once.
 */
public final class AnswerReader extends StdDeserializer<Answer> {

    private static final long serialVersionUID = 1L;

    /** No scale of the catalogue goes further; a larger number is off every scale. */
    private static final BigDecimal FURTHEST = BigDecimal.valueOf(1_000_000);

    public AnswerReader() {
        super(Answer.class);
    }

    @Override
    public Answer deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NUMBER_INT && parser.getNumberType() == JsonParser.NumberType.INT) {
            return Answer.of(parser.getIntValue());
        }
        if (token.isNumeric()) {
            return whole(parser.getDecimalValue());
        }
        if (token == JsonToken.VALUE_STRING && "NA".equals(parser.getText())) {
            return Answer.NOT_APPLICABLE;
        }
        parser.skipChildren();
        return Answer.MALFORMED;
    }

    private static Answer whole(BigDecimal number) {
        if (number.abs().compareTo(FURTHEST) > 0 || number.remainder(BigDecimal.ONE).signum() != 0) {
            return Answer.MALFORMED;
        }
        return Answer.of(number.intValueExact());
    }

    @Override
    public Answer getNullValue(DeserializationContext context) {
        return Answer.MISSING;
    }
}
