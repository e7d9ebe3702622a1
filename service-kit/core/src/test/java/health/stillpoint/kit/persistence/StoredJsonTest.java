package health.stillpoint.kit.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import health.stillpoint.kit.json.StrictJson;
import org.junit.jupiter.api.Test;

class StoredJsonTest {

    record Trial(String drug, int weeks) { }

    private final ObjectMapper requests = new ObjectMapper();
    private final StoredJson stored;

    StoredJsonTest() {
        new StrictJson().customize(requests);
        stored = new StoredJson(requests);
    }

    @Test
    void passesOverANameThatThisBuildDoesNotKnow() {
        assertThat(stored.<Trial>fromString("{\"drug\": \"sertraline\", \"weeks\": 12, \"former\": [1]}", Trial.class))
                .isEqualTo(new Trial("sertraline", 12));
    }

    @Test
    void guessesNoMissingNumber() {
        assertThatThrownBy(() -> stored.fromString("{\"drug\": \"sertraline\"}", Trial.class)).hasMessageContaining("Trial");
    }

    @Test
    void leavesRequestsAsStrictAsTheyAre() {
        assertThatThrownBy(() -> requests.readValue("{\"drug\": \"sertraline\", \"weeks\": 12, \"former\": [1]}", Trial.class))
                .hasMessageContaining("former");
    }
}
