package health.stillpoint.session.hold;

import health.stillpoint.session.hold.domain.Hold;

/** Tells the other services which holds stand. */
public interface HoldEvents {

    void placed(Hold hold);

    void cleared(Hold hold);
}
