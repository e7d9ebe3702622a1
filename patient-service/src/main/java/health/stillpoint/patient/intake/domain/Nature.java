package health.stillpoint.patient.intake.domain;

/** Where anxiety shows itself; what dominates guides the choice of therapy (programme.md section 2.3). */
public enum Nature {
    /** Worry, rumination, catastrophic prediction. */
    COGNITIVE,
    /** Bodily symptoms. */
    SOMATIC,
    /** Avoidance and safety behaviors. */
    BEHAVIOURAL,
    /** Nothing is prominent. */
    UNDIFFERENTIATED
}
