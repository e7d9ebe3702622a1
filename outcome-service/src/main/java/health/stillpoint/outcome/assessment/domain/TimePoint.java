package health.stillpoint.outcome.assessment.domain;

import health.stillpoint.outcome.instrument.domain.Variant;

/** The moments of a treatment at which patients are assessed (schedules.md section 1). */
public enum TimePoint {
    SCREEN,
    BASELINE,
    PRE_DOSE,
    DURING,
    POST_ACUTE,
    H24,
    INTEGRATION,
    WEEKLY,
    MID,
    EOC,
    FU_1M,
    FU_3M,
    FU_6M,
    FU_12M,
    MAINT,
    EVENT;

    /** Tells whether its scores may serve as the baseline that later ones are compared with; never after a dose. */
    public boolean isBeforeFirstDose() {
        return this == BASELINE || this == SCREEN;
    }

    /** How the C-SSRS screener is used here: the whole life before treatment, afterwards since the last contact. */
    public Variant suicideScreenVariant() {
        return switch (this) {
            case SCREEN, BASELINE, EVENT -> Variant.SCREENING;
            case PRE_DOSE, DURING, POST_ACUTE, H24, INTEGRATION, WEEKLY, MID, EOC, FU_1M, FU_3M, FU_6M, FU_12M, MAINT ->
                Variant.SINCE_LAST_CONTACT;
        };
    }
}
