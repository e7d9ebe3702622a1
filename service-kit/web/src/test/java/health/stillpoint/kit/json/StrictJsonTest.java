package health.stillpoint.kit.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

    private final ObjectMapper mapper = new ObjectMapper().registerModule(new JavaTimeModule());

    StrictJsonTest() {
        new StrictJson().customize(mapper);
    }

    record Thing(String text, Integer number, BigDecimal amount, int count, Instant at, LocalDate on) {
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{\"text\":\"a\",\"text\":\"b\"}", "{\"other\":1}", "{} x", "{}{}", "{\"text\":1}", "{\"text\":true}", "{\"number\":\"1\"}",
            "{\"number\":1.5}", "{\"number\":1e400}", "{\"amount\":\"1\"}", "{\"amount\":1e308}", "{\"amount\":1e1000000000}",
            "{\"amount\":NaN}", "{\"count\":null}", "{\"text\":\"a\\u0000\"}", "{\"text\":\"\\ud800\"}", "{\"text\":\"\\udc00\"}", "{\"at\":1,\"count\":0}",
            "{\"at\":1774949400.5,\"count\":0}", "{\"on\":20543,\"count\":0}"})
    void refuses(String json) {
        assertThatThrownBy(() -> mapper.readValue(json, Thing.class)).isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void readsTimesThatAreWritten() throws JsonProcessingException {
        Thing thing = mapper.readValue("{\"at\":\"2026-03-31T09:30:00Z\",\"on\":\"2026-03-31\",\"count\":0}", Thing.class);

        assertThat(thing.at()).isEqualTo(Instant.parse("2026-03-31T09:30:00Z"));
        assertThat(thing.on()).isEqualTo(LocalDate.of(2026, 3, 31));
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
