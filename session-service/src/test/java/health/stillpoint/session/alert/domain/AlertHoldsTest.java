package health.stillpoint.session.alert.domain;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.session.hold.domain.HoldCode;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertHoldsTest {

    @ParameterizedTest(name = "{0} {1} places {2}")
    @CsvSource({"ORANGE, RECOVERY_LATE, H_AE2", "ORANGE, TRANSFER_DECISION, H_AE2", "ORANGE, SYSTOLIC_HIGH, H_BP", "RED, SYSTOLIC_RISE, H_BP", "ORANGE, SEDATION, H_RESP",
            "ORANGE, ANXIETY, H_DISSOC", "RED, OXYGEN_LOW, H_RESP",
            "RED, RED_SYMPTOM, H_SAE", "ORANGE, DISSOCIATION, H_DISSOC", "RED, PSYCHOTIC_FEATURES, H_PSYCHOSIS", "ORANGE, VOMITING, H_AE2",
            "ORANGE, DOSED_WITHOUT_CONSENT, H_ENTITLEMENT", "ORANGE, DOSED_WITHOUT_CANDIDACY, H_ENTITLEMENT",
            "ORANGE, DOSED_BEFORE_CORRECTION, H_ENTITLEMENT"})
    void holdsTheNextDoseByTheCodeOfTheFinding(Severity severity, AlertCode code, HoldCode hold) {
        assertThat(AlertHolds.of(severity, Set.of(code))).containsExactly(hold);
        assertThat(AlertHolds.of(Severity.AMBER, Set.of(code))).isEmpty();
    }

    @Test
    void leavesNothingOrangeOrRedWithoutAHoldButAnInvalidReadingAndAMissedPoint() {
        EnumSet<AlertCode> withoutHold = EnumSet.noneOf(AlertCode.class);
        Arrays.stream(AlertCode.values()).filter(code -> AlertHolds.of(Severity.ORANGE, Set.of(code)).isEmpty()).forEach(withoutHold::add);

        assertThat(withoutHold).containsExactly(AlertCode.INVALID_READING, AlertCode.MONITORING_POINT_MISSED);
    }
}
