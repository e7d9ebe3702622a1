package health.stillpoint.session.alert;

import health.stillpoint.session.alert.domain.VitalAlert;

/** Tells the other services which alerts were raised. */
public interface AlertEvents {

    void raised(VitalAlert alert);
}
