package health.stillpoint.session.adverseevent.domain;

import health.stillpoint.session.hold.domain.HoldCode;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which holds an adverse event places on the next dose (schedules section 6): H_SAE a serious one that the drug may have caused, H_AE2 any
 * other of grade 2 or more that it may have caused and that is not over.
 */
public final class AdverseEventHolds {

    private static final int HOLDING_GRADE = 2;

    private AdverseEventHolds() {
    }

    public static Set<HoldCode> of(AdverseEventFinding finding) {
        if (!finding.related()) {
            return Set.of();
        }
        if (finding.serious()) {
            return Set.of(HoldCode.H_SAE);
        }
        return finding.grade() >= HOLDING_GRADE && !finding.over() ? Set.of(HoldCode.H_AE2) : Set.of();
    }

    /** Those of an amendment that what was reported before did not place already: a clinician may have lifted them. */
    public static Set<HoldCode> of(AdverseEventFinding finding, AdverseEventFinding before) {
        EnumSet<HoldCode> holds = EnumSet.noneOf(HoldCode.class);
        holds.addAll(of(finding));
        holds.removeAll(of(before));
        return holds;
    }
}
