package health.stillpoint.session.alert.domain;

/** The numbers of the alert table, dosing section 5.2; each may be set by a clinic under its kebab-case name. */
public enum AlertLimit {
    /** mmHg. */
    SYSTOLIC_AMBER(160),
    SYSTOLIC_ORANGE(180),
    SYSTOLIC_RED(200),
    DIASTOLIC_AMBER(100),
    DIASTOLIC_ORANGE(110),
    DIASTOLIC_RED(120),
    /** mmHg above the pre-dose mean; 40 and 25 are the esketamine trials' notable increase. */
    SYSTOLIC_RISE_AMBER(30),
    SYSTOLIC_RISE_ORANGE(40),
    SYSTOLIC_RISE_RED(60),
    DIASTOLIC_RISE_AMBER(20),
    DIASTOLIC_RISE_ORANGE(25),
    DIASTOLIC_RISE_RED(40),
    /** Below, mmHg. */
    SYSTOLIC_LOW_AMBER(95),
    SYSTOLIC_LOW_ORANGE(90),
    SYSTOLIC_LOW_RED(80),
    /** Above, beats a minute. */
    HEART_RATE_HIGH_AMBER(110),
    HEART_RATE_HIGH_ORANGE(130),
    HEART_RATE_HIGH_RED(150),
    /** Below, beats a minute; AMBER only when new. */
    HEART_RATE_LOW_AMBER(50),
    HEART_RATE_LOW_ORANGE(45),
    HEART_RATE_LOW_RED(40),
    /** At or below, percent. */
    OXYGEN_AMBER(93),
    OXYGEN_ORANGE(91),
    OXYGEN_RED(89),
    /** At or below, breaths a minute. */
    RESPIRATION_LOW_AMBER(11),
    RESPIRATION_LOW_ORANGE(9),
    RESPIRATION_LOW_RED(7),
    /** At or above, breaths a minute. */
    RESPIRATION_HIGH_AMBER(25),
    RESPIRATION_HIGH_ORANGE(30),
    RESPIRATION_HIGH_RED(35),
    /** MOAA/S at or below. */
    MOAAS_AMBER(3),
    MOAAS_ORANGE(2),
    MOAAS_RED(1),
    /** RASS at or below. */
    RASS_LOW_AMBER(-2),
    RASS_LOW_ORANGE(-3),
    RASS_LOW_RED(-4),
    /** RASS at or above. */
    RASS_HIGH_ORANGE(2),
    RASS_HIGH_RED(3),
    /** CADSS at or above, with distress. */
    CADSS_ORANGE(46),
    /** Minutes after the dose from which psychotic features are RED. */
    PSYCHOTIC_AFTER_MINUTES(120),
    /** SUDS at or above. */
    SUDS_AMBER(7),
    SUDS_ORANGE(9),
    SUDS_RED(10),
    /** Minutes a SUDS of 10 must last to be RED. */
    SUDS_SUSTAINED_MINUTES(10),
    /** Episodes in the session. */
    VOMITING_ORANGE(2),
    /** MOAA/S below which vomiting threatens the airway. */
    VOMITING_RED_BELOW_MOAAS(4);

    private final int standard;

    AlertLimit(int standard) {
        this.standard = standard;
    }

    public int standard() {
        return standard;
    }
}
