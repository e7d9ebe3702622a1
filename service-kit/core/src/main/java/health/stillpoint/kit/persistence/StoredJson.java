package health.stillpoint.kit.persistence;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.JsonFormat;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.inject.Singleton;
import java.lang.reflect.Type;
import org.hibernate.type.format.AbstractJsonFormatMapper;
import org.hibernate.type.format.jackson.JacksonJsonFormatMapper;

/**
 * How JSON columns are read: as strictly as requests, except that a name which no build knows any more, or not yet, is passed
 * over. What an earlier build stored stays readable, and so does what a later one stores while a release rolls out. A value
 * that is missing is never guessed: its record says what it means.
 */
@Singleton
@JsonFormat
@PersistenceUnitExtension
public class StoredJson extends AbstractJsonFormatMapper {

    private final JacksonJsonFormatMapper json;

    public StoredJson(ObjectMapper requests) {
        json = new JacksonJsonFormatMapper(requests.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES));
    }

    @Override
    public <T> T fromString(CharSequence stored, Type type) {
        return json.fromString(stored, type);
    }

    @Override
    public <T> String toString(T value, Type type) {
        return json.toString(value, type);
    }
}
