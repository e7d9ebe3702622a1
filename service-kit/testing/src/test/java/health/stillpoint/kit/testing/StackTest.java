package health.stillpoint.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.kit.sample.Things;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@ServiceTest
class StackTest {

    @Inject
    Things things;

    @Test
    void runsTheServiceOnItsOwnRolesWithItsTables() {
        // When
        UUID thing = things.make(Stack.clinic("harbor"), 1, _ -> {});

        // Then
        assertThat(Database.count("select count(*) from thing where id = ? and clinic_id = ?", thing, Stack.clinic("harbor")))
                .isOne();
        assertThat(Events.await("testing.events.v1", Things.MADE, thing).json().get("number").asInt()).isOne();
    }

    @Test
    void holdsTheTenantRules() {
        TenantRules.hold();
    }
}
