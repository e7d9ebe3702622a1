package health.stillpoint.patient.candidacy.domain;

/** Numbers of the candidacy decision; each with its source where it gets its value (docs/clinical-sources.md#candidacy). */
public interface CandidacyLimits {

    /** CGI-S from which severity suffices whatever the primary endpoint says, 1..7. */
    int cgiSeverity();

    /** Days a decision stays in date. */
    int decisionDays();

    /** Relative findings from which a second reader must agree. */
    int relativeFindingsForSecondReader();

    /** Distress of the origin event (SUDS 0..10) from which a suspected trauma counts as a root. */
    int traumaDistress();

    /** Rating 0..3 from which a dimension of anxiety is prominent. */
    int prominentNature();
}
