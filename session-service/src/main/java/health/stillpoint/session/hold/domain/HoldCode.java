package health.stillpoint.session.hold.domain;

import java.util.EnumSet;
import java.util.Set;

/**
 * Why the next dose is stopped, schedules section 6 (docs/clinical-sources.md#holds).
 *
 * <p>H_INTEGRATION, H_INTERVAL, H_CONSENT, H_SCREEN and H_EQUIP of that table are facts the dose guard computes each time
 * (integration, gaps, consent, candidacy, checklist), so they are never stored and nobody can clear them by hand.
 */
public enum HoldCode {
    H_CSSRS(HoldSeverity.RED, ClearedBy.PRESCRIBER),
    H_MANIA(HoldSeverity.ORANGE, ClearedBy.PRESCRIBER),
    H_PSYCHOSIS(HoldSeverity.RED, ClearedBy.PRESCRIBER),
    H_BP(HoldSeverity.ORANGE, ClearedBy.PRESCRIBER),
    H_RESP(HoldSeverity.ORANGE, ClearedBy.PRESCRIBER),
    /** Cleared by the medical director, who holds the clinic-admin role. */
    H_SAE(HoldSeverity.RED, ClearedBy.MEDICAL_DIRECTOR),
    H_AE2(HoldSeverity.AMBER, ClearedBy.PRESCRIBER),
    H_URINARY(HoldSeverity.AMBER, ClearedBy.PRESCRIBER),
    H_LIVER(HoldSeverity.ORANGE, ClearedBy.PRESCRIBER),
    /** Positive or missing pregnancy test: a hard block that only a negative test lifts. */
    H_PREG(HoldSeverity.HARD_BLOCK, ClearedBy.PRESCRIBER),
    H_MISUSE(HoldSeverity.ORANGE, ClearedBy.PRESCRIBER),
    H_DETERIORATION(HoldSeverity.ORANGE, ClearedBy.PRESCRIBER),
    H_DISSOC(HoldSeverity.AMBER, ClearedBy.CLINICIAN),
    H_MEDCHANGE(HoldSeverity.AMBER, ClearedBy.PRESCRIBER),
    H_BENEFIT(HoldSeverity.AMBER, ClearedBy.CLINICIAN),
    /** A dose was given after consent or candidacy had ended, or on what a correction outdated; the medical director reviews it (ours, P). */
    H_ENTITLEMENT(HoldSeverity.ORANGE, ClearedBy.MEDICAL_DIRECTOR);

    /** Who may clear a hold. */
    public enum ClearedBy {
        PRESCRIBER("prescriber"),
        CLINICIAN("prescriber", "therapist"),
        MEDICAL_DIRECTOR("clinic-admin");

        private final Set<String> roles;

        ClearedBy(String... roles) {
            this.roles = Set.of(roles);
        }

        public Set<String> roles() {
            return roles;
        }
    }

    private final HoldSeverity severity;
    private final ClearedBy clearedBy;

    HoldCode(HoldSeverity severity, ClearedBy clearedBy) {
        this.severity = severity;
        this.clearedBy = clearedBy;
    }

    public HoldSeverity severity() {
        return severity;
    }

    public Set<String> clearingRoles() {
        return clearedBy.roles();
    }

    /** Holds that lift only when the fact behind them is gone. */
    public static final Set<HoldCode> HARD_BLOCKS = EnumSet.of(H_PREG);
}
