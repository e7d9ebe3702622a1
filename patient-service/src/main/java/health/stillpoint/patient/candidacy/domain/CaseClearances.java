package health.stillpoint.patient.candidacy.domain;

import health.stillpoint.patient.screening.domain.Clearance;
import health.stillpoint.patient.screening.domain.Condition;
import health.stillpoint.patient.screening.domain.RuleResult;
import health.stillpoint.patient.screening.domain.ScreeningAnswers.SuicideRisk;
import health.stillpoint.patient.screening.domain.ScreeningPolicy;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What physicians have cleared in the latest screening, as far as it is in date (programme.md sections 4 and 6, rule 5). */
record CaseClearances(CandidacyInputs inputs) {

    boolean covers(RuleResult finding) {
        return !finding.nothingSteadiesMood() && of(finding).findAny().isPresent();
    }

    /** Of several clearances of one finding the longest counts; empty = none is in date. */
    Optional<Instant> holdUntil(RuleResult finding) {
        return of(finding).map(Clearance::expiresAt).max(Comparator.naturalOrder());
    }

    private Stream<Clearance> of(RuleResult finding) {
        return inDate()
                .filter(clearance -> clearance.findingCode().equals(finding.code()))
                .filter(clearance -> !finding.code().equals(ScreeningPolicy.SUICIDE_MODERATE) || cameAfterTheAlert(clearance));
    }

    /** A clearance speaks of what the physician saw: not of an alert raised after it. */
    private boolean cameAfterTheAlert(Clearance clearance) {
        Instant alertedAt = inputs.screeningCase().standingAlert(SuicideRisk.MODERATE);
        return alertedAt == null || clearance.clearedAt().isAfter(alertedAt);
    }

    boolean askLowStart() {
        return inDate().anyMatch(Clearance::asksLowStart);
    }

    Stream<Condition> conditions() {
        return inDate().flatMap(clearance -> clearance.conditions().stream());
    }

    /** Of the factor the findings give and those physicians ask for (dosing-and-monitoring.md section 2: lowest wins). */
    BigDecimal lowest(BigDecimal ofFindings) {
        return inDate().map(Clearance::doseFactor).filter(Objects::nonNull).reduce(ofFindings, BigDecimal::min);
    }

    private Stream<Clearance> inDate() {
        return inputs.clearances().stream().filter(clearance -> clearance.isInDate(inputs.at()));
    }
}
