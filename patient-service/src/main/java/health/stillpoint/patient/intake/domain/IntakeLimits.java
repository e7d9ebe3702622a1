package health.stillpoint.patient.intake.domain;

/** Numbers of the intake rules; each with its source where it gets its value (docs/clinical-sources.md#intake). */
public interface IntakeLimits {

    /** Rating from which a dimension is prominent, 0..3. */
    int prominentNature();

    /** PSWQ total from which a low cognitive rating is questioned. */
    int pswqQuestionsCognitive();

    /** BAI total from which a low somatic rating is questioned. */
    int baiQuestionsSomatic();

    /** LSAS avoidance total from which a low behavioral rating is questioned. */
    int lsasAvoidanceQuestionsBehavioural();

    /** Fear of losing control from which the start is low, 0..10. */
    int fearOfLosingControlLowStart();

    /** Comfort with altered states up to which the start is low, 0..10. */
    int comfortWithAlteredStatesLowStart();

    /** PDSS item 5 from which the start is low in panic disorder, 0..4. */
    int interoceptiveFearLowStart();

    /** PCL-5 total from which a clear trauma origin makes the start low, 0..80. */
    int pcl5LowStart();

    /** CADSS total at rest from which the start is low, 0..92. */
    int cadssAtRestLowStart();

    /** Age in completed years from which the start is low. */
    int ageLowStart();
}
