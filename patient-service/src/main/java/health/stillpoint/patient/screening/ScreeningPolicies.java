package health.stillpoint.patient.screening;

import health.stillpoint.patient.screening.domain.InteractionCatalog;
import health.stillpoint.patient.screening.domain.ScreeningPolicy;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The screening rules with this clinic software's numbers and the shipped drug list. */
class ScreeningPolicies {

    @Produces
    @Singleton
    ScreeningPolicy policy(ScreeningConfig limits) {
        return new ScreeningPolicy(limits, InteractionCatalog.shipped());
    }
}
