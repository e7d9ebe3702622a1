package health.stillpoint.kit.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {

    @Test
    void carriesItsMomentVersionAndVariant() {
        // When
        UUID id = Ids.at(1_767_225_600_123L);

        // Then
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(1_767_225_600_123L);
    }

    @Test
    void neverRepeats() {
        assertThat(Stream.generate(Ids::next).limit(100_000)).doesNotHaveDuplicates();
    }

    @Test
    void cannotBeGuessedFromItsNeighbor() {
        // When
        UUID one = Ids.at(0);
        UUID next = Ids.at(0);

        // Then
        assertThat(Long.bitCount(one.getLeastSignificantBits() ^ next.getLeastSignificantBits())).isGreaterThan(8);
    }
}
