package health.stillpoint.session.vitals.domain;

import java.util.EnumSet;
import java.util.Set;

/** What the patient shows or reports with a set of vital signs (dosing section 5.2). */
public enum Symptom {
    HEADACHE,
    CHEST_PAIN,
    FOCAL_NEUROLOGY,
    SEIZURE,
    AIRWAY_COMPROMISE,
    ANAPHYLAXIS,
    SUICIDAL_ACT,
    ARRHYTHMIA,
    /** Apnoea of 15 seconds or more. */
    APNOEA,
    VOMITING,
    NAUSEA,
    DIZZINESS,
    DYSPNOEA,
    BLURRED_VISION,
    PANIC,
    DISTRESS,
    PSYCHOTIC_FEATURES;

    /** Symptoms that need emergency response whatever the numbers say. */
    public static final Set<Symptom> RED = EnumSet.of(CHEST_PAIN, FOCAL_NEUROLOGY, SEIZURE, AIRWAY_COMPROMISE, ANAPHYLAXIS, SUICIDAL_ACT);

    /** Symptoms that make a blood pressure of the ORANGE band RED (P: organ symptoms of high pressure). */
    public static final Set<Symptom> OF_HIGH_PRESSURE = EnumSet.of(HEADACHE, CHEST_PAIN, FOCAL_NEUROLOGY, SEIZURE, DYSPNOEA, BLURRED_VISION);
}
