package health.stillpoint.session.alert.domain;

import health.stillpoint.session.hold.domain.HoldCode;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which holds an alert of a session places on the next dose: every ORANGE and RED one does, AMBER does not
 * (dosing section 5.3, schedules section 6; which code stands for which finding is P, docs/clinical-sources.md#holds).
 */
public final class AlertHolds {

    private AlertHolds() {
    }

    public static Set<HoldCode> of(Severity severity, Set<AlertCode> codes) {
        EnumSet<HoldCode> holds = EnumSet.noneOf(HoldCode.class);
        if (severity != Severity.AMBER) {
            codes.forEach(code -> of(code).ifPresent(holds::add));
        }
        return holds;
    }

    private static Optional<HoldCode> of(AlertCode code) {
        return switch (code) {
            case SYSTOLIC_HIGH, DIASTOLIC_HIGH, SYSTOLIC_RISE, DIASTOLIC_RISE, SYSTOLIC_LOW, HEART_RATE_HIGH, HEART_RATE_LOW,
                    HEADACHE_WITH_HIGH_PRESSURE -> Optional.of(HoldCode.H_BP);
            case OXYGEN_LOW, RESPIRATION_LOW, RESPIRATION_HIGH, SEDATION -> Optional.of(HoldCode.H_RESP);
            case DISSOCIATION, ANXIETY, AGITATION -> Optional.of(HoldCode.H_DISSOC);
            case PSYCHOTIC_FEATURES -> Optional.of(HoldCode.H_PSYCHOSIS);
            case VOMITING, RECOVERY_LATE, TRANSFER_DECISION -> Optional.of(HoldCode.H_AE2);
            case RED_SYMPTOM -> Optional.of(HoldCode.H_SAE);
            case DOSED_WITHOUT_CONSENT, DOSED_WITHOUT_CANDIDACY, DOSED_BEFORE_CORRECTION -> Optional.of(HoldCode.H_ENTITLEMENT);
            case INVALID_READING, MONITORING_POINT_MISSED -> Optional.empty();
        };
    }
}
