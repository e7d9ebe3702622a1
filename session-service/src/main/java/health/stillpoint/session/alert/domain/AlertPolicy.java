package health.stillpoint.session.alert.domain;

import health.stillpoint.session.vitals.domain.Symptom;
import health.stillpoint.session.vitals.domain.VitalSigns;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Judges a reading against the alert table; every crossed threshold is found, the highest severity wins.
 *
 * <p>Dosing section 5.2 (docs/clinical-sources.md#alert-thresholds).
 */
public final class AlertPolicy {

    private final Map<AlertLimit, Integer> limits;

    /** @param configured a clinic's own limits; the published ones hold for the rest */
    public AlertPolicy(Map<AlertLimit, Integer> configured) {
        this.limits = Map.copyOf(configured);
    }

    /**
     * Every threshold crossed, each value judged by itself. A value no instrument can truly show raises what its threshold says,
     * since nobody knows that it is only a sensor that fell off, and is measured again besides.
     */
    public List<AlertFinding> findings(VitalSigns reading, AlertContext context) {
        List<AlertFinding> found = new ArrayList<>();
        bloodPressure(reading, context, found);
        heart(reading, context, found);
        breathing(reading, found);
        awareness(reading, found);
        mind(reading, context, found);
        vomiting(reading, context, found);
        symptoms(reading, found);
        if (!reading.valid()) {
            found.add(new AlertFinding(AlertCode.INVALID_READING, Severity.AMBER));
        }
        return List.copyOf(found);
    }

    public static Optional<Severity> highest(List<AlertFinding> findings) {
        return findings.stream().map(AlertFinding::severity).max(Severity::compareTo);
    }

    private void bloodPressure(VitalSigns reading, AlertContext context, List<AlertFinding> found) {
        boolean symptomatic = !Collections.disjoint(reading.symptoms(), Symptom.OF_HIGH_PRESSURE);
        pressure(AlertCode.SYSTOLIC_HIGH, reading.systolic(), symptomatic, AlertLimit.SYSTOLIC_AMBER, AlertLimit.SYSTOLIC_ORANGE,
                AlertLimit.SYSTOLIC_RED, found);
        pressure(AlertCode.DIASTOLIC_HIGH, reading.diastolic(), symptomatic, AlertLimit.DIASTOLIC_AMBER, AlertLimit.DIASTOLIC_ORANGE,
                AlertLimit.DIASTOLIC_RED, found);
        rise(AlertCode.SYSTOLIC_RISE, reading.systolic(), context.preDoseSystolic(), AlertLimit.SYSTOLIC_RISE_AMBER,
                AlertLimit.SYSTOLIC_RISE_ORANGE, AlertLimit.SYSTOLIC_RISE_RED, found);
        rise(AlertCode.DIASTOLIC_RISE, reading.diastolic(), context.preDoseDiastolic(), AlertLimit.DIASTOLIC_RISE_AMBER,
                AlertLimit.DIASTOLIC_RISE_ORANGE, AlertLimit.DIASTOLIC_RISE_RED, found);
        below(AlertCode.SYSTOLIC_LOW, reading.systolic(), AlertLimit.SYSTOLIC_LOW_AMBER, AlertLimit.SYSTOLIC_LOW_ORANGE,
                AlertLimit.SYSTOLIC_LOW_RED, found);
    }

    private void pressure(AlertCode code, Integer value, boolean symptomatic, AlertLimit amber, AlertLimit orange, AlertLimit red,
            List<AlertFinding> found) {
        if (value == null) {
            return;
        }
        if (value >= limit(red) || symptomatic && value >= limit(orange)) {
            found.add(new AlertFinding(code, Severity.RED));
        } else if (value >= limit(orange)) {
            found.add(new AlertFinding(code, Severity.ORANGE));
        } else if (value >= limit(amber)) {
            found.add(new AlertFinding(code, Severity.AMBER));
        }
    }

    private void rise(AlertCode code, Integer value, BigDecimal before, AlertLimit amber, AlertLimit orange, AlertLimit red,
            List<AlertFinding> found) {
        if (value == null || before == null) {
            return;
        }
        BigDecimal rise = BigDecimal.valueOf(value).subtract(before);
        if (reaches(rise, red)) {
            found.add(new AlertFinding(code, Severity.RED));
        } else if (reaches(rise, orange)) {
            found.add(new AlertFinding(code, Severity.ORANGE));
        } else if (reaches(rise, amber)) {
            found.add(new AlertFinding(code, Severity.AMBER));
        }
    }

    private void heart(VitalSigns reading, AlertContext context, List<AlertFinding> found) {
        Integer rate = reading.heartRate();
        if (reading.has(Symptom.ARRHYTHMIA)) {
            found.add(new AlertFinding(AlertCode.HEART_RATE_HIGH, Severity.RED));
        } else if (rate != null) {
            above(AlertCode.HEART_RATE_HIGH, rate, AlertLimit.HEART_RATE_HIGH_AMBER, AlertLimit.HEART_RATE_HIGH_ORANGE,
                    AlertLimit.HEART_RATE_HIGH_RED, found);
        }
        if (rate == null) {
            return;
        }
        boolean lowBefore = context.preDoseHeartRate() != null && context.preDoseHeartRate() < limit(AlertLimit.HEART_RATE_LOW_AMBER);
        if (rate < limit(AlertLimit.HEART_RATE_LOW_ORANGE) || !lowBefore) {
            below(AlertCode.HEART_RATE_LOW, rate, AlertLimit.HEART_RATE_LOW_AMBER, AlertLimit.HEART_RATE_LOW_ORANGE,
                    AlertLimit.HEART_RATE_LOW_RED, found);
        }
    }

    private void breathing(VitalSigns reading, List<AlertFinding> found) {
        atMost(AlertCode.OXYGEN_LOW, reading.oxygenSaturation(), AlertLimit.OXYGEN_AMBER, AlertLimit.OXYGEN_ORANGE,
                AlertLimit.OXYGEN_RED, found);
        if (reading.has(Symptom.APNOEA)) {
            found.add(new AlertFinding(AlertCode.RESPIRATION_LOW, Severity.RED));
        } else {
            atMost(AlertCode.RESPIRATION_LOW, reading.respiratoryRate(), AlertLimit.RESPIRATION_LOW_AMBER,
                    AlertLimit.RESPIRATION_LOW_ORANGE, AlertLimit.RESPIRATION_LOW_RED, found);
        }
        atLeast(AlertCode.RESPIRATION_HIGH, reading.respiratoryRate(), AlertLimit.RESPIRATION_HIGH_AMBER,
                AlertLimit.RESPIRATION_HIGH_ORANGE, AlertLimit.RESPIRATION_HIGH_RED, found);
    }

    private void awareness(VitalSigns reading, List<AlertFinding> found) {
        atMost(AlertCode.SEDATION, reading.moaas(), AlertLimit.MOAAS_AMBER, AlertLimit.MOAAS_ORANGE, AlertLimit.MOAAS_RED, found);
        atMost(AlertCode.SEDATION, reading.rass(), AlertLimit.RASS_LOW_AMBER, AlertLimit.RASS_LOW_ORANGE, AlertLimit.RASS_LOW_RED, found);
        if (reading.rass() == null) {
            return;
        }
        if (reading.rass() >= limit(AlertLimit.RASS_HIGH_RED)) {
            found.add(new AlertFinding(AlertCode.AGITATION, Severity.RED));
        } else if (reading.rass() >= limit(AlertLimit.RASS_HIGH_ORANGE)) {
            found.add(new AlertFinding(AlertCode.AGITATION, Severity.ORANGE));
        }
    }

    private void mind(VitalSigns reading, AlertContext context, List<AlertFinding> found) {
        if (reading.cadss() != null && reading.cadss() >= limit(AlertLimit.CADSS_ORANGE) && reading.has(Symptom.DISTRESS)) {
            found.add(new AlertFinding(AlertCode.DISSOCIATION, Severity.ORANGE));
        }
        if (reading.has(Symptom.PSYCHOTIC_FEATURES) && context.doseStartedAt() != null
                && minutesSince(context, reading) > limit(AlertLimit.PSYCHOTIC_AFTER_MINUTES)) {
            found.add(new AlertFinding(AlertCode.PSYCHOTIC_FEATURES, Severity.RED));
        }
        anxiety(reading, context).ifPresent(severity -> found.add(new AlertFinding(AlertCode.ANXIETY, severity)));
    }

    private Optional<Severity> anxiety(VitalSigns reading, AlertContext context) {
        boolean panicWithPressure = reading.has(Symptom.PANIC) && reading.systolic() != null
                && reading.systolic() >= limit(AlertLimit.SYSTOLIC_ORANGE);
        boolean sustained = reading.suds() != null && reading.suds() >= limit(AlertLimit.SUDS_RED) && context.sudsTenSince() != null
                && Duration.between(context.sudsTenSince(), reading.measuredAt())
                        .compareTo(Duration.ofMinutes(limit(AlertLimit.SUDS_SUSTAINED_MINUTES))) >= 0;
        if (panicWithPressure || sustained) {
            return Optional.of(Severity.RED);
        }
        if (reading.suds() == null || reading.suds() < limit(AlertLimit.SUDS_AMBER)) {
            return Optional.empty();
        }
        return Optional.of(reading.suds() >= limit(AlertLimit.SUDS_ORANGE) ? Severity.ORANGE : Severity.AMBER);
    }

    private void vomiting(VitalSigns reading, AlertContext context, List<AlertFinding> found) {
        if (!reading.has(Symptom.VOMITING)) {
            return;
        }
        if (reading.moaas() != null && reading.moaas() < limit(AlertLimit.VOMITING_RED_BELOW_MOAAS)) {
            found.add(new AlertFinding(AlertCode.VOMITING, Severity.RED));
        } else {
            boolean repeated = context.vomitingBefore() + 1 >= limit(AlertLimit.VOMITING_ORANGE);
            found.add(new AlertFinding(AlertCode.VOMITING, repeated ? Severity.ORANGE : Severity.AMBER));
        }
    }

    private void symptoms(VitalSigns reading, List<AlertFinding> found) {
        if (!Collections.disjoint(reading.symptoms(), Symptom.RED)) {
            found.add(new AlertFinding(AlertCode.RED_SYMPTOM, Severity.RED));
        }
        if (reading.has(Symptom.HEADACHE) && reading.systolic() != null && reading.systolic() >= limit(AlertLimit.SYSTOLIC_ORANGE)) {
            found.add(new AlertFinding(AlertCode.HEADACHE_WITH_HIGH_PRESSURE, Severity.ORANGE));
        }
    }

    private void above(AlertCode code, int value, AlertLimit amber, AlertLimit orange, AlertLimit red, List<AlertFinding> found) {
        if (value > limit(red)) {
            found.add(new AlertFinding(code, Severity.RED));
        } else if (value > limit(orange)) {
            found.add(new AlertFinding(code, Severity.ORANGE));
        } else if (value > limit(amber)) {
            found.add(new AlertFinding(code, Severity.AMBER));
        }
    }

    private void atLeast(AlertCode code, Integer value, AlertLimit amber, AlertLimit orange, AlertLimit red, List<AlertFinding> found) {
        if (value == null) {
            return;
        }
        if (value >= limit(red)) {
            found.add(new AlertFinding(code, Severity.RED));
        } else if (value >= limit(orange)) {
            found.add(new AlertFinding(code, Severity.ORANGE));
        } else if (value >= limit(amber)) {
            found.add(new AlertFinding(code, Severity.AMBER));
        }
    }

    private void below(AlertCode code, Integer value, AlertLimit amber, AlertLimit orange, AlertLimit red, List<AlertFinding> found) {
        if (value == null) {
            return;
        }
        if (value < limit(red)) {
            found.add(new AlertFinding(code, Severity.RED));
        } else if (value < limit(orange)) {
            found.add(new AlertFinding(code, Severity.ORANGE));
        } else if (value < limit(amber)) {
            found.add(new AlertFinding(code, Severity.AMBER));
        }
    }

    private void atMost(AlertCode code, Integer value, AlertLimit amber, AlertLimit orange, AlertLimit red, List<AlertFinding> found) {
        if (value == null) {
            return;
        }
        if (value <= limit(red)) {
            found.add(new AlertFinding(code, Severity.RED));
        } else if (value <= limit(orange)) {
            found.add(new AlertFinding(code, Severity.ORANGE));
        } else if (value <= limit(amber)) {
            found.add(new AlertFinding(code, Severity.AMBER));
        }
    }

    private static double minutesSince(AlertContext context, VitalSigns reading) {
        return Duration.between(context.doseStartedAt(), reading.measuredAt()).toSeconds() / 60.0;
    }

    private boolean reaches(BigDecimal value, AlertLimit limit) {
        return value.compareTo(BigDecimal.valueOf(limit(limit))) >= 0;
    }

    private int limit(AlertLimit limit) {
        return limits.getOrDefault(limit, limit.standard());
    }
}
