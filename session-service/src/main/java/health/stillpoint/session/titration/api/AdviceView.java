package health.stillpoint.session.titration.api;

import health.stillpoint.session.course.domain.Route;
import health.stillpoint.session.order.domain.RouteLimits;
import health.stillpoint.session.titration.Titration;
import health.stillpoint.session.titration.domain.TitrationAdvice;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Advice for the next dose; a prescriber decides. */
public record AdviceView(UUID courseId, TitrationAdvice.Result result,
        @Schema(description = "Row of the titration table that decided; 0 = first dose") int priority, List<String> reasons, Route route,
        BigDecimal lastMilligramsPerKilogram, boolean lowStart, BigDecimal firstDoseMilligramsPerKilogram,
        BigDecimal lowStartMilligramsPerKilogram, BigDecimal capMilligramsPerKilogram, BigDecimal capMilligrams,
        @Schema(description = "What the low start trades: gentler and weaker") String note) {

    private static final String LOW_START_NOTE =
            "0.25 mg/kg SC had only minor anxiolysis; 10 of 12 responded at 0.5 to 1 mg/kg (Glue 2017): plan to climb.";

    static AdviceView of(UUID courseId, Titration.Advised advised) {
        RouteLimits limits = advised.limits();
        return new AdviceView(courseId, advised.advice().result(), advised.advice().priority(), advised.advice().reasons(), limits.route(),
                advised.lastMilligramsPerKilogram(), advised.lowStart(), limits.firstDoseMilligramsPerKilogram(),
                limits.lowStartMilligramsPerKilogram(), limits.capMilligramsPerKilogram(), limits.capMilligrams(),
                advised.lowStart() ? LOW_START_NOTE : null);
    }
}
