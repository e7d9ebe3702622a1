package health.stillpoint.session.vitals.domain;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * One set of vital signs; a null value was not taken.
 *
 * <p>LOINC 85354-9 (8480-6, 8462-4) mmHg, 8867-4 beats/min, 2708-6 percent, 9279-1 breaths/min. MOAA/S 0..5, RASS -5..4,
 * CADSS 0..92, CADSS6 0..24, SUDS 0..10. Valid ranges: dosing section 5.2.
 */
public record VitalSigns(Instant measuredAt, Integer systolic, Integer diastolic, Integer heartRate, Integer oxygenSaturation,
        Integer respiratoryRate, Integer moaas, Integer rass, Integer cadss, Integer cadss6, Integer suds, Set<Symptom> symptoms) {

    public VitalSigns {
        symptoms = symptoms == null || symptoms.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(symptoms));
    }

    /** False when any value lies outside what an instrument can truly show: the set is measured again within two minutes. */
    public boolean valid() {
        return equals(plausible());
    }

    /** The set without what no instrument can truly show: such a value is never averaged in and satisfies nothing. */
    public VitalSigns plausible() {
        boolean pressure = plausiblePressure(systolic, diastolic);
        return new VitalSigns(measuredAt, pressure ? systolic : null, pressure ? diastolic : null, within(heartRate, 20, 250),
                within(oxygenSaturation, 50, 100), within(respiratoryRate, 0, 60), within(moaas, 0, 5), within(rass, -5, 4),
                within(cadss, 0, 92), within(cadss6, 0, 24), within(suds, 0, 10), symptoms);
    }

    /** True unless a part lies outside its range, or the systolic is not above the diastolic; a part not taken says nothing. */
    public static boolean plausiblePressure(Integer systolic, Integer diastolic) {
        return Objects.equals(within(systolic, 50, 280), systolic) && Objects.equals(within(diastolic, 20, 180), diastolic)
                && (systolic == null || diastolic == null || systolic > diastolic);
    }

    /** Blood pressure, heart rate, SpO2, respiratory rate and MOAA/S or RASS (dosing section 5.1). */
    public boolean fullSet() {
        return systolic != null && diastolic != null && heartRate != null && oxygenSaturation != null && respiratoryRate != null
                && (moaas != null || rass != null);
    }

    /** CADSS (or CADSS6) and SUDS, asked at the points marked C,S. */
    public boolean withScales() {
        return (cadss != null || cadss6 != null) && suds != null;
    }

    public boolean has(Symptom symptom) {
        return symptoms.contains(symptom);
    }

    private static Integer within(Integer value, int lowest, int highest) {
        return value == null || value < lowest || value > highest ? null : value;
    }

    @Override
    public String toString() {
        return "VitalSigns[...]";
    }
}
