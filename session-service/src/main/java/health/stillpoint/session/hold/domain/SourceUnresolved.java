package health.stillpoint.session.hold.domain;

import health.stillpoint.session.eligibility.domain.KnownSafetyAlert;
import java.util.List;

/** A hold that cannot be lifted while the safety alerts behind it are not resolved. */
public final class SourceUnresolved extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final List<KnownSafetyAlert> alerts;

    public SourceUnresolved(List<KnownSafetyAlert> alerts) {
        super("hold source unresolved", null, false, false);
        this.alerts = List.copyOf(alerts);
    }

    public List<KnownSafetyAlert> alerts() {
        return alerts;
    }
}
