package health.stillpoint.session.adverseevent;

import health.stillpoint.session.adverseevent.domain.AdverseEvent;

/** Tells the other services of adverse events. */
public interface AdverseEventReports {

    void reported(AdverseEvent report);
}
