package health.stillpoint.patient.modality.domain;

import static health.stillpoint.patient.modality.domain.Modality.ART;
import static health.stillpoint.patient.modality.domain.Modality.COGNITIVE;
import static health.stillpoint.patient.modality.domain.Modality.EMDR;
import static health.stillpoint.patient.modality.domain.Modality.EXPOSURE;
import static health.stillpoint.patient.modality.domain.Modality.IFS;
import static health.stillpoint.patient.modality.domain.Modality.SOMATIC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import health.stillpoint.patient.fixtures.Limits;
import health.stillpoint.patient.fixtures.Person;
import health.stillpoint.patient.modality.domain.Suggestion.Block;
import health.stillpoint.patient.modality.domain.Suggestion.Reason;
import health.stillpoint.patient.patients.domain.PatientId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConfirmationTest {

    private static final Recommendation FOUR = new Recommendation(List.of(
            asked(ART, 3), asked(EXPOSURE, 2), asked(COGNITIVE, 2), asked(IFS, 2), blocked(EMDR, 3)));

    @Test
    void takesTheActiveRecommendationWithoutAReason() {
        Confirmation confirmation = confirm(null, ART, EXPOSURE, COGNITIVE);

        assertThat(confirmation.modalities()).containsExactly(ART, EXPOSURE, COGNITIVE);
        assertThat(confirmation.recommended()).containsExactly(ART, EXPOSURE, COGNITIVE, IFS);
        assertThat(confirmation.reason()).isNull();
    }

    @Test
    void takesAChangeOnlyWithItsReason() {
        assertThat(confirm("CANARY-reason", EXPOSURE, ART, COGNITIVE).reason()).isEqualTo("CANARY-reason");
        assertThat(confirm("CANARY-reason", ART).toString()).doesNotContain("CANARY");
        Stream.of(null, "", "  ").forEach(reason ->
                assertThatThrownBy(() -> confirm(reason, EXPOSURE, ART, COGNITIVE))
                        .isInstanceOf(ModalityRefusal.ReasonRequired.class));
        assertThatThrownBy(() -> confirm(null, ART)).isInstanceOf(ModalityRefusal.ReasonRequired.class);
    }

    @Test
    void takesThreeAtMostAndNoneTwice() {
        var refusal = catchThrowableOfType(ModalityRefusal.TooMany.class,
                () -> confirm("a reason", ART, EXPOSURE, COGNITIVE, IFS));

        assertThat(refusal.atMost()).isEqualTo(3);
        assertThatThrownBy(() -> confirm("a reason", ART, ART)).isInstanceOf(ModalityRefusal.TooMany.class);
    }

    @Test
    void neverTakesWhatIsBlocked() {
        var refusal = catchThrowableOfType(ModalityRefusal.Blocked.class, () -> confirm("a reason", EMDR, ART));

        assertThat(refusal.blocked()).extracting(Suggestion::modality).containsExactly(EMDR);
    }

    @Test
    void isStaleWhenTheOrderIsAnotherNow() {
        Confirmation confirmation = confirm(null, ART, EXPOSURE, COGNITIVE);

        assertThat(confirmation.isStale(FOUR)).isFalse();
        assertThat(confirmation.isStale(new Recommendation(List.of(asked(ART, 3), asked(EXPOSURE, 2), asked(COGNITIVE, 3),
                asked(IFS, 2), blocked(EMDR, 3))))).isTrue();
    }

    @Test
    void isStaleWhenSomethingChosenIsBlockedMeanwhile() {
        Recommendation bodyNotAskedFor = new Recommendation(List.of(asked(ART, 3), silent(SOMATIC, List.of())));
        Recommendation bodyBlocked = new Recommendation(List.of(asked(ART, 3), silent(SOMATIC, List.of(Block.NOT_STABILIZED))));
        Confirmation chosen = Confirmation.of(UUID.randomUUID(), new PatientId(UUID.randomUUID()), List.of(SOMATIC),
                bodyNotAskedFor, "a reason", Person.PHYSICIAN, Instant.EPOCH, Limits.MODALITY);

        assertThat(chosen.isStale(bodyNotAskedFor)).isFalse();
        assertThat(chosen.isStale(bodyBlocked)).isTrue();
    }

    private static Confirmation confirm(String reason, Modality... chosen) {
        return Confirmation.of(UUID.randomUUID(), new PatientId(UUID.randomUUID()), List.of(chosen), FOUR, reason,
                Person.PHYSICIAN, Instant.EPOCH, Limits.MODALITY);
    }

    private static Suggestion asked(Modality modality, int score) {
        return new Suggestion(modality, score, List.of(Reason.PSWQ_HIGH), List.of(), List.of(), Set.of());
    }

    private static Suggestion blocked(Modality modality, int score) {
        return new Suggestion(modality, score, List.of(Reason.PCL5_HIGH), List.of(Block.NOT_STABILIZED), List.of(), Set.of());
    }

    private static Suggestion silent(Modality modality, List<Block> blocks) {
        return new Suggestion(modality, 0, List.of(), blocks, List.of(), Set.of());
    }
}
