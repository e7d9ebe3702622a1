package health.stillpoint.session.hold.domain;

import health.stillpoint.session.eligibility.domain.KnownSafetyAlert;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which hold a safety alert of outcome-service places, and who may lift one (schedules section 6, docs/clinical-sources.md#holds). */
public final class HoldPolicy {

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

    /** The alerts that stop the dosing by such a hold, however many share it: each of them keeps it standing. */
    public static List<KnownSafetyAlert> sourcesAmong(List<KnownSafetyAlert> alerts, HoldCode hold) {
        return alerts.stream().filter(alert -> forSafetyAlert(alert.code(), alert.severity()).filter(hold::equals).isPresent()).toList();
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
