package health.stillpoint.kit.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

    private final ObjectMapper mapper = new ObjectMapper();

    StrictJsonTest() {
        new StrictJson().customize(mapper);
    }

    record Thing(String text, Integer number, BigDecimal amount, int count) {
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{\"text\":\"a\",\"text\":\"b\"}", "{\"other\":1}", "{} x", "{}{}", "{\"text\":1}", "{\"text\":true}", "{\"number\":\"1\"}",
            "{\"number\":1.5}", "{\"number\":1e400}", "{\"amount\":\"1\"}", "{\"amount\":1e308}", "{\"amount\":1e1000000000}",
            "{\"amount\":NaN}", "{\"count\":null}", "{\"text\":\"a\\u0000\"}", "{\"text\":\"\\ud800\"}", "{\"text\":\"\\udc00\"}"})
    void refuses(String json) {
        assertThatThrownBy(() -> mapper.readValue(json, Thing.class)).isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void readsTheLargestAndTheFinestQuantity() throws JsonProcessingException {
        // When
        Thing thing = mapper.readValue("{\"text\":\"\\ud83d\\ude00\\n\",\"amount\":999999999999999999,\"count\":0}", Thing.class);
        Thing fine = mapper.readValue("{\"amount\":0.000000000000000001,\"count\":0}", Thing.class);

        // Then
        assertThat(thing.text()).isEqualTo("\uD83D\uDE00\n");
        assertThat(thing.amount()).isEqualTo(new BigDecimal("999999999999999999"));
        assertThat(fine.amount().scale()).isEqualTo(18);
    }
}
