package health.stillpoint.kit.sample;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.UUID;

/** @param number counts the facts about this part upward */
record PartMadeV1(@NotNull UUID partId, @PositiveOrZero int number) {}
