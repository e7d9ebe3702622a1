package health.stillpoint.patient.treatment.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/**
 * One earlier trial of a treatment (programme.md section 2.5). What was not recorded is null, and unknown never counts.
 *
 * @param agent name of the drug or therapy
 * @param maxDailyDoseMilligrams highest daily dose reached
 * @param weeksAtAdequateDose weeks at that dose; for a therapy the weeks it lasted
 * @param exposureOrCognitiveWork exposure or cognitive work was actually done (in vivo, for exposure)
 * @param adherent at least 80 % of doses or sessions were taken
 * @param route and {@code reaction}: for an earlier ketamine treatment
 */
public record PriorTreatment(
        UUID id,
        TreatmentClass treatmentClass,
        String agent,
        BigDecimal maxDailyDoseMilligrams,
        Integer weeksAtAdequateDose,
        Integer sessions,
        Boolean exposureOrCognitiveWork,
        boolean adherent,
        TreatmentOutcome outcome,
        String stopReason,
        boolean current,
        String route,
        String reaction) {

    /** Of what is in no other class a therapy has sessions and no dose; else it may be a drug (our own: unknown means no). */
    public boolean mayBeMedication() {
        return treatmentClass.isMedication()
                || treatmentClass == TreatmentClass.OTHER && (sessions == null || maxDailyDoseMilligrams != null);
    }

    /** Whether it would have begun before this birth even if it ended today. */
    public boolean lastedLongerThanSince(LocalDate birth, LocalDate today) {
        return weeksAtAdequateDose != null && today.minusWeeks(weeksAtAdequateDose).isBefore(birth);
    }

    /** Never what was given: records end up in logs. */
    @Override
    public String toString() {
        return "PriorTreatment[" + id + "]";
    }
}
