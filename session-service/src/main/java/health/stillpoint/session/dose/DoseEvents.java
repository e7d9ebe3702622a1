package health.stillpoint.session.dose;

import health.stillpoint.session.dose.domain.Dose;

/** Tells the other services what was given. */
public interface DoseEvents {

    void administered(Dose dose);
}
