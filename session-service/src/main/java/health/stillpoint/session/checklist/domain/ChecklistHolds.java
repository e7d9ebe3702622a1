package health.stillpoint.session.checklist.domain;

import health.stillpoint.session.hold.domain.HoldCode;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which NO_GO rows outlast the day and hold the next dose (schedules section 6, docs/clinical-sources.md#holds). */
public final class ChecklistHolds {

    private ChecklistHolds() {
    }

    public static Set<HoldCode> of(List<ChecklistRow> rows) {
        EnumSet<HoldCode> holds = EnumSet.noneOf(HoldCode.class);
        rows.stream().filter(row -> row.result() == ChecklistResult.NO_GO)
                .forEach(row -> of(row.item()).ifPresent(holds::add));
        return holds;
    }

    private static Optional<HoldCode> of(ChecklistItem item) {
        return switch (item) {
            case CSSRS -> Optional.of(HoldCode.H_CSSRS);
            case ASRM -> Optional.of(HoldCode.H_MANIA);
            case BLOOD_PRESSURE -> Optional.of(HoldCode.H_BP);
            case PREGNANCY_TEST -> Optional.of(HoldCode.H_PREG);
            case URINARY_SYMPTOMS -> Optional.of(HoldCode.H_URINARY);
            default -> Optional.empty();
        };
    }
}
