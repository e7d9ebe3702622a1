package health.stillpoint.patient.screening.domain;

/** What the clinician found for one row. A row that knows finer states accepts them beside the plain ones. */
public enum AnswerState {
    ABSENT,
    /** Found; where the row has several classes and nothing finer is said, the heaviest one holds. */
    PRESENT,
    /** Not known: the row counts as unanswered. */
    UNKNOWN,
    /** A questionnaire raised it, and the interview or assessment that it asks for did not confirm it. */
    RULED_OUT,
    /** There, and kept in check by its treatment. */
    CONTROLLED,
    REPLACEMENT_THERAPY,
    SYMPTOMATIC,
    HISTORY,
    OPEN_GLOBE_INJURY,
    UNCONTROLLED_GLAUCOMA,
    UNTREATED_SLEEP_APNEA,
    DIFFICULT_AIRWAY,
    ACUTE_INFECTION,
    CHILD_PUGH_A,
    CHILD_PUGH_B,
    CHILD_PUGH_C;

    /** Whether it says that the row is, or was, there. */
    boolean tellsOfIt() {
        return this != ABSENT && this != UNKNOWN && this != RULED_OUT;
    }
}
