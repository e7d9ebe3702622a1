package health.stillpoint.patient.screening;

import health.stillpoint.patient.ClinicLimits;
import health.stillpoint.patient.screening.domain.InteractionCatalog;
import health.stillpoint.patient.screening.domain.ScreeningPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.IdentityHashMap;
import java.util.Map;

/** The screening rules with each clinic's numbers and the shipped drug list. */
@ApplicationScoped
public class ScreeningPolicies {

    private final ClinicLimits limits;
    private final InteractionCatalog catalog = InteractionCatalog.shipped();
    private final Map<ScreeningConfig, ScreeningPolicy> made = new IdentityHashMap<>();

    ScreeningPolicies(ClinicLimits limits) {
        this.limits = limits;
    }

    /** Of the clinic on whose behalf the present operation runs. */
    public ScreeningPolicy ofThisClinic() {
        ScreeningConfig numbers = limits.of(ScreeningConfig.class);
        synchronized (made) {
            return made.computeIfAbsent(numbers, own -> new ScreeningPolicy(own, catalog));
        }
    }
}
