package health.stillpoint.patient.erasure.domain;

import java.util.List;

/** An identity is not removed now; every reason is told. */
public final class ErasureRefused extends RuntimeException {

    private final transient List<ErasurePolicy.Reason> reasons;

    public ErasureRefused(List<ErasurePolicy.Reason> reasons) {
        super("The person must stay reachable");
        this.reasons = List.copyOf(reasons);
    }

    public List<ErasurePolicy.Reason> reasons() {
        return reasons;
    }
}
