package health.stillpoint.patient.modality.domain;

/** Numbers of the modality rules; each with its source where it gets its value (docs/clinical-sources.md#modality). */
public interface ModalityLimits {

    /** Rating 0..3 from which a dimension of anxiety is prominent. */
    int prominentNature();

    /** Rating 0..3 from which it dominates and adds a point. */
    int dominatingNature();

    /** PSWQ 16..80 from which worry asks for cognitive therapy. */
    int pswq();

    /** BAI 0..63 from which bodily anxiety asks for somatic work. */
    int bai();

    /** PCL-5 0..80 from which trauma work is suggested. */
    int pcl5();

    /** SUDS 0..10 from which a suspected origin event is reprocessed. */
    int originDistress();

    /** 0..10 from which an intrusive image is vivid. */
    int imageVividness();

    /** 0..10 from which fear of losing control asks for work with parts. */
    int fearOfLosingControl();

    /** Percent of improvement on the primary endpoint from which identity work begins. */
    int improvementPercent();

    /** Modalities a patient works with at the same time, at most. */
    int activeAtMost();

    /** Dosing sessions after which the recommendation is evaluated anew. */
    int dosingSessionsBetweenEvaluations();
}
