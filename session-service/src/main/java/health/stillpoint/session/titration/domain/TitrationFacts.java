package health.stillpoint.session.titration.domain;

import health.stillpoint.session.alert.domain.Severity;
import java.math.BigDecimal;
import java.time.Duration;

/**
 * What happened at the last dose, for the next one; a null number was not measured.
 *
 * @param bloodPressureAlert highest severity of a blood pressure alert; null when none
 * @param improvementPercent on the primary endpoint since baseline, positive = better; null when unknown
 * @param dosesAtThisLevel doses in a row at the level of the last dose
 * @param sinceLastDose from the end of its administration
 */
public record TitrationFacts(Integer peakCadss, Integer peakCadss6, Integer peakSuds, boolean terror, Severity bloodPressureAlert,
        boolean bloodPressureEmergency, Integer lowestOxygen, Integer lowestMoaas, int worstAdverseEventGrade,
        boolean psychosisOrManiaSign, boolean vomitingOrAgitation, boolean integrationCompleted, BigDecimal improvementPercent,
        int dosesAtThisLevel, boolean lowStart, boolean raisedLastTime, Duration sinceLastDose) {
}
