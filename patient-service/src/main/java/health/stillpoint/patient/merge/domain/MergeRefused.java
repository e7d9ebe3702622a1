package health.stillpoint.patient.merge.domain;

import java.util.List;

/** Two records are not merged; every reason is told. */
public final class MergeRefused extends RuntimeException {

    private final transient List<MergePolicy.Reason> reasons;

    public MergeRefused(List<MergePolicy.Reason> reasons) {
        super("The records are not merged");
        this.reasons = List.copyOf(reasons);
    }

    public List<MergePolicy.Reason> reasons() {
        return reasons;
    }
}
