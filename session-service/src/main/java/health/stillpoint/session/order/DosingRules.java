package health.stillpoint.session.order;

import health.stillpoint.session.course.domain.Route;
import health.stillpoint.session.order.domain.BodyPolicy;
import health.stillpoint.session.order.domain.DoseArithmetic;
import health.stillpoint.session.order.domain.DoseLimits;
import health.stillpoint.session.order.domain.RouteLimits;
import jakarta.enterprise.context.ApplicationScoped;

/** The dose limits with the clinic's own numbers. */
@ApplicationScoped
public class DosingRules {

    private final DoseLimits limits;
    private final DoseArithmetic arithmetic;
    private final BodyPolicy body;

    DosingRules(DosingConfig config) {
        DoseLimits all = DoseLimits.standard();
        for (var entry : config.route().entrySet()) {
            all = all.with(changed(all.of(entry.getKey()), entry.getValue()));
        }
        this.limits = all;
        this.arithmetic = new DoseArithmetic(all);
        this.body = new BodyPolicy(new BodyPolicy.Limits(config.body().weightShare(), config.body().heightCentimeters()));
    }

    public RouteLimits limits(Route route) {
        return limits.of(route);
    }

    public DoseArithmetic arithmetic() {
        return arithmetic;
    }

    public BodyPolicy body() {
        return body;
    }

    private static RouteLimits changed(RouteLimits base, DosingConfig.Limits own) {
        return new RouteLimits(base.route(), base.psycholyticUpTo(), base.transitionalUpTo(),
                own.capMilligramsPerKilogram().orElse(base.capMilligramsPerKilogram()),
                own.capMilligrams().orElse(base.capMilligrams()), own.increment().orElse(base.increment()),
                base.firstDoseMilligramsPerKilogram(), base.firstDoseMilligrams(),
                own.lowStartMilligramsPerKilogram().orElse(base.lowStartMilligramsPerKilogram()), base.lowStartMilligrams(),
                base.stepUpFactor(), base.stepUpMilligramsPerKilogram(), base.stepUpMilligrams(), base.weightValidity());
    }
}
