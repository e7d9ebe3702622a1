package health.stillpoint.session.monitoring.api;

import health.stillpoint.session.alert.api.AlertView;
import java.util.List;

/** What was stored and the alerts it raised. */
public record RecordedView(List<VitalSignsView> items, List<AlertView> alerts) {

    @Override
    public String toString() {
        return "RecordedView[" + items.size() + "]";
    }
}
