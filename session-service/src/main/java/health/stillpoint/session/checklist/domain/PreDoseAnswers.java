package health.stillpoint.session.checklist.domain;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * What staff and patient answered before the dose. A null answer counts as unanswered, and unanswered means no.
 *
 * @param assessedAt when the vital signs, C-SSRS and SUDS were taken
 * @param asrmTotal Altman scale, 0..20
 * @param suds 0..10, the latest rating after any settling
 * @param pregnancyTestedAt null unless a test was made
 */
public record PreDoseAnswers(Instant assessedAt, Boolean consentReaffirmed, Boolean identityConfirmed, Instant weighedAt,
        CssrsRisk cssrs, Integer asrmTotal, BloodPressures bloodPressure, Integer heartRate, Integer oxygenSaturation,
        Integer respiratoryRate, BigDecimal temperatureCelsius, Boolean acuteInfectionWithWheeze, Integer moaas, Integer suds,
        BigDecimal solidsFastedHours, BigDecimal clearFluidsFastedHours, Substance alcohol, Substance otherDrugs,
        Benzodiazepine benzodiazepine, Boolean stimulantTaken, Boolean theophyllineTaken, PregnancyTest pregnancyTest,
        Instant pregnancyTestedAt, MedicationChange medicationChange, UrinarySymptoms urinarySymptoms, Boolean escortConfirmed,
        Boolean notDriving, Boolean fallPrecautions, Equipment equipment, Staff staff, Boolean ivAccessPatent,
        DoubleCheck doubleCheck) {

    /** Names of the answers that are not those of the earlier list; of a first list all that were given. */
    public List<String> changedSince(PreDoseAnswers earlier) {
        return Arrays.stream(PreDoseAnswers.class.getRecordComponents())
                .filter(answer -> !Objects.equals(valueOf(answer, this), earlier == null ? null : valueOf(answer, earlier)))
                .map(RecordComponent::getName).toList();
    }

    private static Object valueOf(RecordComponent answer, PreDoseAnswers of) {
        try {
            return answer.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** C-SSRS screener, variant since last contact. */
    public enum CssrsRisk { NONE, LOW, MODERATE, HIGH }

    /** One reading, mmHg. */
    public record BloodPressure(int systolic, int diastolic) {
    }

    /**
     * @param readings two readings after rest; their mean counts
     * @param restedMinutes minutes of rest before them
     * @param remeasured the repetition after a mean in the caution band; its mean then counts
     */
    public record BloodPressures(List<BloodPressure> readings, Integer restedMinutes, List<BloodPressure> remeasured,
            Integer remeasuredAfterMinutes) {
    }

    /**
     * Alcohol, or cannabis and other drugs.
     *
     * @param hoursSince null = none in the last 24 hours
     * @param underInfluence breath alcohol above 0, or intoxicated
     */
    public record Substance(BigDecimal hoursSince, Boolean underInfluence) {
    }

    /** @param hoursSince null only with kind NONE */
    public record Benzodiazepine(Kind kind, BigDecimal hoursSince, Boolean dailyUserWithClearance) {
        public enum Kind { NONE, SHORT_ACTING, LONG_ACTING }
    }

    public enum PregnancyTest { NOT_APPLICABLE, NEGATIVE, POSITIVE, MISSING }

    public enum MedicationChange { NONE, RECONCILED, NOT_RECONCILED }

    public enum UrinarySymptoms { NONE, MILD, MODERATE, SEVERE }

    /** Each checked today. */
    public record Equipment(Boolean bloodPressureMonitor, Boolean pulseOximeter, Boolean oxygenAndMask, Boolean suction,
            Boolean airway, Boolean defibrillator, Boolean emergencyDrugs, Boolean crashPhone) {
    }

    /** BLS = basic, ACLS = advanced life support. */
    public record Staff(Boolean prescriberOnSite, Boolean prescriberReachableInFiveMinutes, Boolean allTrainedInBasicLifeSupport,
            Boolean advancedLifeSupportOnSite) {
    }

    /** Two different people compared order, product, lot, expiry, mg, mg/kg and level. */
    public record DoubleCheck(UUID firstBy, UUID secondBy) {
    }
}
