package health.stillpoint.patient.screening.domain;

import health.stillpoint.patient.practitioners.domain.PractitionerRefusal;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/**
 * A physician's documented clearance of one relative finding (programme.md section 4: who, when, rationale, conditions,
 * expiry at most 90 days).
 *
 * @param doseFactor factor on every dose, more than 0 and less than 1; null unless {@link Condition#REDUCED_DOSE_FACTOR} is asked for
 */
public record Clearance(
        UUID id,
        UUID screeningId,
        String findingCode,
        UUID clearedBy,
        Instant clearedAt,
        String rationale,
        Set<Condition> conditions,
        BigDecimal doseFactor,
        Instant expiresAt) {

    /** Both ask to begin with the low dose and to prepare twice: dosing-and-monitoring.md section 3.2 knows the two only together. */
    private static final Set<Condition> BEGIN_LOW = EnumSet.of(Condition.LOW_START, Condition.SECOND_PREPARATION_SESSION);

    public Clearance {
        conditions = Set.copyOf(conditions);
    }

    /** What the physician grants and demands. */
    public record Terms(String rationale, Set<Condition> conditions, BigDecimal doseFactor, Duration validFor) {

        /** Never the rationale: records end up in logs. */
        @Override
        public String toString() {
            return "Terms[withheld]";
        }
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
            Terms terms,
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
        if (finding.nothingSteadiesMood()) {
            throw new ScreeningRefusal.NoMoodStabilizer();
        }
        if (finding.psychiatristClears() && !psychiatrist) {
            throw new PractitionerRefusal.NotAPsychiatrist();
        }
        if (terms.conditions().contains(Condition.REDUCED_DOSE_FACTOR) != (terms.doseFactor() != null)) {
            throw new ScreeningRefusal.DoseFactorUnclear();
        }
        Duration validFor = terms.validFor();
        if (validFor.isNegative() || validFor.isZero() || validFor.compareTo(Duration.ofDays(limits.clearanceDays())) > 0) {
            throw new ScreeningRefusal.ClearanceTooLong(limits.clearanceDays());
        }
        return new Clearance(id, screeningId, findingCode, physician, at, terms.rationale(), terms.conditions(), terms.doseFactor(),
                at.plus(validFor));
    }

    /** Whether the physician asks for a low start (a condition that names a trigger of its own does not need to). */
    public boolean asksLowStart() {
        return !Collections.disjoint(conditions, BEGIN_LOW);
    }

    /** One stored before factors were kept that asks for a reduced dose clears nothing: nobody knows how much less (our own). */
    public boolean isInDate(Instant at) {
        return at.isBefore(expiresAt) && (doseFactor != null || !conditions.contains(Condition.REDUCED_DOSE_FACTOR));
    }

    /** Never the rationale: records end up in logs. */
    @Override
    public String toString() {
        return "Clearance[" + id + "]";
    }
}
