package health.stillpoint.patient.screening.domain;

import health.stillpoint.patient.practitioners.domain.PractitionerRefusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A physician's documented clearance of one relative finding (programme.md section 4: who, when, rationale, conditions,
 * expiry at most 90 days).
 */
public record Clearance(
        UUID id,
        UUID screeningId,
        String findingCode,
        UUID clearedBy,
        Instant clearedAt,
        String rationale,
        Set<Condition> conditions,
        Instant expiresAt) {

    public Clearance {
        conditions = Set.copyOf(conditions);
    }

    /**
     * Grants a clearance for a finding of this screening, or says why it cannot be granted.
     *
     * @param psychiatrist whether the clinic knows the physician as a psychiatrist
     */
    public static Clearance grant(
            UUID id,
            UUID screeningId,
            ScreeningResult result,
            String findingCode,
            UUID physician,
            boolean psychiatrist,
            Instant at,
            String rationale,
            Set<Condition> conditions,
            Duration validFor,
            ScreeningLimits limits) {
        RuleResult finding = result.rules().stream()
                .filter(rule -> rule.code().equals(findingCode) && rule.isFound())
                .findFirst()
                .orElseThrow(ScreeningRefusal.NoSuchFinding::new);
        if (finding.findingClass() != FindingClass.REL) {
            throw new ScreeningRefusal.NotClearable(finding.findingClass());
        }
        if (finding.antidepressantAlone()) {
            throw new ScreeningRefusal.AntidepressantAlone();
        }
        if (finding.psychiatristClears() && !psychiatrist) {
            throw new PractitionerRefusal.NotAPsychiatrist();
        }
        if (validFor.isNegative() || validFor.isZero() || validFor.compareTo(Duration.ofDays(limits.clearanceDays())) > 0) {
            throw new ScreeningRefusal.ClearanceTooLong(limits.clearanceDays());
        }
        return new Clearance(id, screeningId, findingCode, physician, at, rationale, conditions, at.plus(validFor));
    }

    public boolean isInDate(Instant at) {
        return at.isBefore(expiresAt);
    }

    /** Never the rationale: records end up in logs. */
    @Override
    public String toString() {
        return "Clearance[" + id + "]";
    }
}
