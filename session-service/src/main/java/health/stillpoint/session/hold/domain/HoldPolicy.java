package health.stillpoint.session.hold.domain;

import health.stillpoint.session.alert.domain.AlertCode;
import health.stillpoint.session.alert.domain.Severity;
import health.stillpoint.session.checklist.domain.ChecklistItem;
import health.stillpoint.session.checklist.domain.ChecklistResult;
import health.stillpoint.session.checklist.domain.ChecklistRow;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which holds a finding places, and who may lift one (schedules section 6, docs/clinical-sources.md#holds). */
public final class HoldPolicy {

    private static final Set<AlertCode> BLOOD_PRESSURE = EnumSet.of(AlertCode.SYSTOLIC_HIGH, AlertCode.DIASTOLIC_HIGH,
            AlertCode.SYSTOLIC_RISE, AlertCode.DIASTOLIC_RISE, AlertCode.SYSTOLIC_LOW, AlertCode.HEART_RATE_HIGH,
            AlertCode.HEART_RATE_LOW, AlertCode.HEADACHE_WITH_HIGH_PRESSURE);
    private static final Set<AlertCode> BREATHING = EnumSet.of(AlertCode.OXYGEN_LOW, AlertCode.RESPIRATION_LOW,
            AlertCode.RESPIRATION_HIGH, AlertCode.SEDATION);
    private static final Set<AlertCode> PSYCHE = EnumSet.of(AlertCode.DISSOCIATION, AlertCode.ANXIETY, AlertCode.AGITATION);

    private static final Set<String> SUICIDE_CODES = Set.of("CSSRS_MODERATE", "CSSRS_HIGH", "PHQ9_SI_PRESENT", "PHQ9_SI_FREQUENT",
            "SAFETY_ITEM_MISSING");
    private static final Set<String> MISUSE_CODES = Set.of("AUDITC_SEVERE", "DAST_SUBSTANTIAL");
    private static final Set<String> WORSE_CODES = Set.of("CGI_WORSE", "PGI_WORSE", "DETERIORATION");
    /** ORANGE by score alone; schedules section 6 places no hold for them. */
    private static final Set<String> NO_HOLD_CODES = Set.of("PHQ9_SEVERE", "SEDATION_MODERATE", "SEDATION_DEEP", "AGITATION",
            "AGITATION_SEVERE");

    private HoldPolicy() {
    }

    /** A safety alert of outcome-service; an ORANGE or RED code nobody has listed here holds as if it were suicidality. */
    public static Optional<HoldCode> forSafetyAlert(String code, String severity) {
        if (SUICIDE_CODES.contains(code)) {
            return Optional.of(HoldCode.H_CSSRS);
        }
        if ("ASRM_POSITIVE".equals(code)) {
            return Optional.of(HoldCode.H_MANIA);
        }
        if (MISUSE_CODES.contains(code)) {
            return Optional.of(HoldCode.H_MISUSE);
        }
        if (WORSE_CODES.contains(code)) {
            return Optional.of(HoldCode.H_DETERIORATION);
        }
        boolean grave = "ORANGE".equals(severity) || "RED".equals(severity);
        return grave && !NO_HOLD_CODES.contains(code) ? Optional.of(HoldCode.H_CSSRS) : Optional.empty();
    }

    /** An ORANGE or RED alert of a session holds the next dose (dosing section 5.3); AMBER does not. */
    public static Set<HoldCode> forVitalAlert(Severity severity, Set<AlertCode> codes) {
        EnumSet<HoldCode> holds = EnumSet.noneOf(HoldCode.class);
        if (severity == Severity.AMBER) {
            return holds;
        }
        codes.forEach(code -> forAlertCode(code).ifPresent(holds::add));
        return holds;
    }

    private static Optional<HoldCode> forAlertCode(AlertCode code) {
        if (BLOOD_PRESSURE.contains(code)) {
            return Optional.of(HoldCode.H_BP);
        }
        if (BREATHING.contains(code)) {
            return Optional.of(HoldCode.H_RESP);
        }
        if (PSYCHE.contains(code)) {
            return Optional.of(HoldCode.H_DISSOC);
        }
        return switch (code) {
            case PSYCHOTIC_FEATURES -> Optional.of(HoldCode.H_PSYCHOSIS);
            case VOMITING -> Optional.of(HoldCode.H_AE2);
            case RED_SYMPTOM -> Optional.of(HoldCode.H_SAE);
            default -> Optional.empty();
        };
    }

    /** Rows of a NO_GO checklist that outlast the day. */
    public static Set<HoldCode> forChecklist(List<ChecklistRow> rows) {
        EnumSet<HoldCode> holds = EnumSet.noneOf(HoldCode.class);
        for (ChecklistRow row : rows) {
            if (row.result() == ChecklistResult.NO_GO) {
                forChecklistItem(row.item()).ifPresent(holds::add);
            }
        }
        return holds;
    }

    private static Optional<HoldCode> forChecklistItem(ChecklistItem item) {
        return switch (item) {
            case CSSRS -> Optional.of(HoldCode.H_CSSRS);
            case ASRM -> Optional.of(HoldCode.H_MANIA);
            case BLOOD_PRESSURE -> Optional.of(HoldCode.H_BP);
            case PREGNANCY_TEST -> Optional.of(HoldCode.H_PREG);
            case URINARY_SYMPTOMS -> Optional.of(HoldCode.H_URINARY);
            default -> Optional.empty();
        };
    }

    /** Why a hold cannot be cleared now; empty when it can. */
    public static Optional<ClearRefusal> clearRefusal(Hold hold, Set<String> roles, Instant negativeTestAt, Instant now) {
        if (!hold.openAt(now)) {
            return Optional.of(ClearRefusal.ALREADY_CLEARED);
        }
        if (hold.code().clearingRoles().stream().noneMatch(roles::contains)) {
            return Optional.of(ClearRefusal.ROLE_NOT_ALLOWED);
        }
        boolean hardBlock = HoldCode.HARD_BLOCKS.contains(hold.code());
        boolean factGone = negativeTestAt != null && !negativeTestAt.isBefore(hold.placedAt()) && !negativeTestAt.isAfter(now);
        return hardBlock && !factGone ? Optional.of(ClearRefusal.HARD_BLOCK) : Optional.empty();
    }

    public enum ClearRefusal {
        ALREADY_CLEARED,
        ROLE_NOT_ALLOWED,
        /** Only a negative test taken after the hold was placed lifts it. */
        HARD_BLOCK
    }
}
