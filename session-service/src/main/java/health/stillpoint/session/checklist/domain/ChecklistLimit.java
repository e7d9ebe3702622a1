package health.stillpoint.session.checklist.domain;

import java.math.BigDecimal;

/** The numbers of the pre-dose checklist, dosing section 4; each may be set by a clinic under its kebab-case name. */
public enum ChecklistLimit {
    /** ASRM total, 0..20. */
    ASRM_NO_GO("6"),
    /** mmHg. */
    SYSTOLIC_CAUTION("140"),
    SYSTOLIC_NO_GO("160"),
    DIASTOLIC_CAUTION("90"),
    DIASTOLIC_NO_GO("100"),
    /** Minutes between the first and the repeated blood pressure. */
    REMEASURE_MINUTES("15"),
    /** Minutes of rest before the readings. */
    REST_MINUTES("5"),
    /** Beats a minute. */
    HEART_RATE_GO_LOW("50"),
    HEART_RATE_GO_HIGH("100"),
    HEART_RATE_CAUTION_LOW("45"),
    HEART_RATE_CAUTION_HIGH("110"),
    /** Percent, room air. */
    OXYGEN_GO("95"),
    OXYGEN_CAUTION("92"),
    /** Breaths a minute. */
    RESPIRATORY_GO_LOW("10"),
    RESPIRATORY_GO_HIGH("20"),
    RESPIRATORY_CAUTION_HIGH("24"),
    /** Degrees Celsius. */
    TEMPERATURE_CAUTION("37.8"),
    TEMPERATURE_CAUTION_HIGHEST("38.2"),
    MOAAS_GO("5"),
    /** SUDS 0..10. */
    SUDS_GO("6"),
    SUDS_CAUTION("8"),
    /** Hours. */
    SOLIDS_GO("6"),
    SOLIDS_CAUTION("4"),
    SOLIDS_GO_SUBLINGUAL("4"),
    CLEAR_FLUIDS_GO("2"),
    SUBSTANCE_GO("24"),
    SUBSTANCE_CAUTION("12"),
    BENZODIAZEPINE_SHORT_GO("12"),
    BENZODIAZEPINE_LONG_GO("24"),
    /** mmHg systolic at which a stimulant taken today forbids the dose. */
    STIMULANT_SYSTOLIC_NO_GO("140"),
    /** Days a negative pregnancy test holds (programme section 4, row PREGNANCY). */
    PREGNANCY_TEST_DAYS("7"),
    /** Hours it holds on the first dosing day. */
    PREGNANCY_TEST_FIRST_DOSE_HOURS("24");

    private final BigDecimal standard;

    ChecklistLimit(String standard) {
        this.standard = new BigDecimal(standard);
    }

    public BigDecimal standard() {
        return standard;
    }
}
