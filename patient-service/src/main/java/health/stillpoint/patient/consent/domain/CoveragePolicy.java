package health.stillpoint.patient.consent.domain;

import health.stillpoint.patient.dosing.domain.DosingHistory;
import health.stillpoint.patient.dosing.domain.Route;
import health.stillpoint.patient.intake.domain.IntakeContent;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether a consent to treatment still covers the case; every reason against it is told (programme.md section 5, validity). */
public final class CoveragePolicy {

    private static final String PREGNANCY_FINDING = "SCR_PREGNANCY";

    private CoveragePolicy() { }

    /**
     * The case as it is now, beside what consent was given on.
     *
     * @param consentedOn the intake known when the consent was signed
     * @param present the latest signed intake
     * @param newFindings absolute and relative findings the decision did not weigh, as reason codes
     */
    public record PresentCase(
            IntakeContent consentedOn, IntakeContent present, List<String> newFindings, DosingHistory dosing) {

        @Override
        public String toString() {
            return "PresentCase[withheld]";
        }
    }

    /** Empty while the consent covers the case. */
    public static Set<LapseReason> reasonsAgainst(Consent consent, PresentCase now) {
        Set<LapseReason> reasons = EnumSet.noneOf(LapseReason.class);
        if (hasNewDiagnosis(now.consentedOn(), now.present())) {
            reasons.add(LapseReason.NEW_DIAGNOSIS);
        }
        now.newFindings().forEach(code ->
                reasons.add(code.equals(PREGNANCY_FINDING) ? LapseReason.PREGNANCY : LapseReason.NEW_FINDING));
        if (now.dosing().hasAnotherCourseAfter(consent.signedAt())) {
            reasons.add(LapseReason.ANOTHER_COURSE);
        }
        if (isRouteChanged(consent, now.dosing())) {
            reasons.add(LapseReason.ROUTE_CHANGED);
        }
        return reasons;
    }

    private static boolean hasNewDiagnosis(IntakeContent then, IntakeContent now) {
        Set<String> added = secondary(now);
        added.removeAll(secondary(then));
        added.remove(then.primaryDiagnosis().code().name());
        return now.primaryDiagnosis().code() != then.primaryDiagnosis().code() || !added.isEmpty();
    }

    private static Set<String> secondary(IntakeContent intake) {
        Set<String> codes = new HashSet<>();
        intake.comorbidities().forEach(diagnosis -> codes.add(diagnosis.name()));
        return codes;
    }

    private static boolean isRouteChanged(Consent consent, DosingHistory dosing) {
        Instant signedAt = consent.signedAt();
        Route covered = consent.route() != null ? consent.route() : dosing.routeCoveredFrom(signedAt).orElse(null);
        return dosing.hasOtherRouteAfter(signedAt, covered);
    }
}
