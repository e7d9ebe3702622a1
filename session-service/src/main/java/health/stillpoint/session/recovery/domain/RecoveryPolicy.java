package health.stillpoint.session.recovery.domain;

import health.stillpoint.session.vitals.domain.VitalSigns;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Whether a patient is recovered: every criterion of dosing section 6 must hold (docs/clinical-sources.md#recovery). */
public final class RecoveryPolicy {

    static final Duration BETWEEN_READINGS = Duration.ofMinutes(15);
    /** Dissociation that lasts this long after the dose holds the next one (schedules section 6, H_DISSOC). */
    static final Duration DISSOCIATION_HOLDS_AFTER = Duration.ofHours(4);
    static final BigDecimal NEAR_BASELINE = new BigDecimal("20");
    static final int SYSTOLIC_BELOW = 140;
    static final int DIASTOLIC_BELOW = 90;

    private RecoveryPolicy() {
    }

    public static List<RecoveryCriterion> unmet(RecoveryFindings found, RecoveryBaseline baseline) {
        List<RecoveryCriterion> unmet = new ArrayList<>();
        require(found.aldrete() != null && found.aldrete().recovered(), RecoveryCriterion.ALDRETE, unmet);
        require(awake(found), RecoveryCriterion.AWAKE, unmet);
        require(Boolean.TRUE.equals(found.oriented()), RecoveryCriterion.ORIENTED, unmet);
        require(dissociationResolved(found), RecoveryCriterion.DISSOCIATION_RESOLVED, unmet);
        require(pressureSteady(found, baseline), RecoveryCriterion.BLOOD_PRESSURE, unmet);
        require(between(found.heartRate(), 50, 110), RecoveryCriterion.HEART_RATE, unmet);
        require(between(found.oxygenSaturation(), 94, 100), RecoveryCriterion.OXYGEN_SATURATION, unmet);
        require(between(found.nauseaGrade(), 0, 1), RecoveryCriterion.NAUSEA, unmet);
        require(Boolean.TRUE.equals(found.toleratesFluid()), RecoveryCriterion.TOLERATES_FLUID, unmet);
        require(Boolean.TRUE.equals(found.walksUnaided()), RecoveryCriterion.WALKS_UNAIDED, unmet);
        require(calm(found, baseline), RecoveryCriterion.ANXIETY, unmet);
        require(Boolean.FALSE.equals(found.newSuicidalIdeation()), RecoveryCriterion.NO_NEW_SUICIDAL_IDEATION, unmet);
        require(between(found.activeAdverseEventGrade(), 0, 1), RecoveryCriterion.NO_ACTIVE_ADVERSE_EVENT, unmet);
        return List.copyOf(unmet);
    }

    /** The earlier blood pressure reading must be at least this much older than the assessment. */
    public static Instant latestEarlierReading(Instant assessedAt) {
        return assessedAt.minus(BETWEEN_READINGS);
    }

    private static boolean awake(RecoveryFindings found) {
        return found.moaas() != null ? found.moaas() == 5 : found.rass() != null && found.rass() == 0;
    }

    private static boolean dissociationResolved(RecoveryFindings found) {
        return found.cadss() != null ? found.cadss() <= 4 : found.cadss6() != null && found.cadss6() <= 1;
    }

    /** CADSS above 4 four hours after the dose or later; not asked then counts as above. */
    public static boolean dissociationPersists(RecoveryFindings found, Instant doseEndedAt) {
        return !found.assessedAt().isBefore(doseEndedAt.plus(DISSOCIATION_HOLDS_AFTER)) && !dissociationResolved(found);
    }

    private static boolean pressureSteady(RecoveryFindings found, RecoveryBaseline baseline) {
        return baseline.earlierMeasuredAt() != null
                && !baseline.earlierMeasuredAt().isAfter(latestEarlierReading(found.assessedAt()))
                && settled(found.systolic(), found.diastolic(), baseline.preDoseSystolic())
                && settled(baseline.earlierSystolic(), baseline.earlierDiastolic(), baseline.preDoseSystolic());
    }

    private static boolean settled(Integer systolic, Integer diastolic, BigDecimal preDose) {
        if (systolic == null || diastolic == null || !VitalSigns.plausiblePressure(systolic, diastolic)) {
            return false;
        }
        boolean near = preDose != null && BigDecimal.valueOf(systolic).subtract(preDose).abs().compareTo(NEAR_BASELINE) <= 0;
        return near || systolic < SYSTOLIC_BELOW && diastolic < DIASTOLIC_BELOW;
    }

    private static boolean calm(RecoveryFindings found, RecoveryBaseline baseline) {
        return found.suds() != null && (found.suds() <= 4 || baseline.preDoseSuds() != null && found.suds() <= baseline.preDoseSuds());
    }

    private static boolean between(Integer value, int lowest, int highest) {
        return value != null && value >= lowest && value <= highest;
    }

    private static void require(boolean met, RecoveryCriterion criterion, List<RecoveryCriterion> unmet) {
        if (!met) {
            unmet.add(criterion);
        }
    }
}
