package health.stillpoint.session.hold.domain;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.session.eligibility.domain.KnownSafetyAlert;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoldPolicyTest {

    private static final Instant PLACED = Instant.parse("2026-03-09T09:00:00Z");
    private static final UUID SOMEONE = new UUID(0, 1);

    @ParameterizedTest(name = "{0} of {1} places {2}")
    @CsvSource({"CSSRS_HIGH, RED, H_CSSRS", "CSSRS_MODERATE, ORANGE, H_CSSRS", "CSSRS_LOW, AMBER, ''", "PHQ9_SI_PRESENT, ORANGE, H_CSSRS",
            "PHQ9_SI_FREQUENT, RED, H_CSSRS", "SAFETY_ITEM_MISSING, AMBER, H_CSSRS", "ASRM_POSITIVE, ORANGE, H_MANIA", "AUDITC_SEVERE, ORANGE, H_MISUSE",
            "DAST_SUBSTANTIAL, ORANGE, H_MISUSE", "CGI_WORSE, ORANGE, H_DETERIORATION", "GAD7_SEVERE, AMBER, ''", "PHQ9_SEVERE, ORANGE, ''",
            "CADSS_MARKED, AMBER, ''", "SOMETHING_NEW, RED, H_CSSRS", "SOMETHING_NEW, ORANGE, H_CSSRS", "SOMETHING_NEW, AMBER, ''"})
    void hearsACriticalAnswer(String code, String severity, String expected) {
        assertThat(HoldPolicy.forSafetyAlert(code, severity).map(Enum::name).orElse("")).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} is cleared by {1}: {2}")
    @CsvSource({"H_BP, prescriber, true", "H_BP, therapist, false", "H_DISSOC, therapist, true", "H_DISSOC, monitor, false",
            "H_SAE, clinic-admin, true", "H_SAE, prescriber, false", "H_CSSRS, prescriber, true", "H_CSSRS, clinic-admin, false"})
    void isLiftedByItsOwnRoleOnly(HoldCode code, String role, boolean allowed) {
        var refusal = HoldPolicy.clearRefusal(hold(code), Set.of(role), null, PLACED.plusSeconds(60));

        assertThat(refusal.isEmpty()).isEqualTo(allowed);
        refusal.ifPresent(why -> assertThat(why).isEqualTo(HoldPolicy.ClearRefusal.ROLE_NOT_ALLOWED));
    }

    @Test
    void liftsAHardBlockOnlyWhenItsCauseIsGone() {
        Hold block = hold(HoldCode.H_PREG);
        Instant now = PLACED.plusSeconds(600);

        assertThat(HoldPolicy.clearRefusal(block, Set.of("prescriber"), null, now)).contains(HoldPolicy.ClearRefusal.HARD_BLOCK);
        assertThat(HoldPolicy.clearRefusal(block, Set.of("prescriber"), PLACED.minusSeconds(1), now)).contains(HoldPolicy.ClearRefusal.HARD_BLOCK);
        assertThat(HoldPolicy.clearRefusal(block, Set.of("prescriber"), now.plusSeconds(1), now)).contains(HoldPolicy.ClearRefusal.HARD_BLOCK);
        assertThat(HoldPolicy.clearRefusal(block, Set.of("prescriber"), PLACED.plusSeconds(300), now)).isEmpty();
    }

    @Test
    void standsForEveryAlertOfItsCode() {
        KnownSafetyAlert ideation = new KnownSafetyAlert(new UUID(0, 3), "PHQ9_SI_FREQUENT", "RED", PLACED);
        KnownSafetyAlert high = new KnownSafetyAlert(new UUID(0, 4), "CSSRS_HIGH", "RED", PLACED);
        KnownSafetyAlert mania = new KnownSafetyAlert(new UUID(0, 5), "ASRM_POSITIVE", "ORANGE", PLACED);
        KnownSafetyAlert harmless = new KnownSafetyAlert(new UUID(0, 6), "PHQ9_SEVERE", "ORANGE", PLACED);
        List<KnownSafetyAlert> alerts = List.of(ideation, high, mania, harmless);

        assertThat(HoldPolicy.sourcesAmong(alerts, HoldCode.H_CSSRS)).containsExactly(ideation, high);
        assertThat(HoldPolicy.sourcesAmong(alerts, HoldCode.H_MANIA)).containsExactly(mania);
        assertThat(HoldPolicy.sourcesAmong(alerts, HoldCode.H_BP)).isEmpty();
    }

    @Test
    void standsAgainWhenItsClearanceLapses() {
        Hold cleared = hold(HoldCode.H_BP).clear(SOMEONE, "128/80 on two days", PLACED.plusSeconds(100), PLACED.plusSeconds(10));

        assertThat(cleared.openAt(PLACED.plusSeconds(10))).isFalse();
        assertThat(cleared.openAt(PLACED.plusSeconds(99))).isFalse();
        assertThat(cleared.openAt(PLACED.plusSeconds(100))).isTrue();
        assertThat(HoldPolicy.clearRefusal(cleared, Set.of("prescriber"), null, PLACED.plusSeconds(50))).contains(HoldPolicy.ClearRefusal.ALREADY_CLEARED);
    }

    @ParameterizedTest(name = "placed at 0 s, lifted at 600 s: stands at {0} s = {1}")
    @CsvSource({"-1, false", "0, true", "599, true", "600, false", "900, false"})
    void stoodUntilItWasLifted(int seconds, boolean stands) {
        Hold lifted = hold(HoldCode.H_LIVER).clear(SOMEONE, "ALT normal", null, PLACED.plusSeconds(600));

        assertThat(lifted.openAt(PLACED.plusSeconds(seconds))).isEqualTo(stands);
    }

    private static Hold hold(HoldCode code) {
        return Hold.place(new UUID(0, 9), new UUID(0, 2), code, code.severity(), null, "found", SOMEONE, PLACED);
    }
}
