package health.stillpoint.patient.modality.domain;

import health.stillpoint.patient.intake.domain.IntakeContent;
import health.stillpoint.patient.screening.domain.ScreeningAnswers.SuicideRisk;
import java.math.BigDecimal;

/**
 * Everything the modality rules look at. What is not known is null; where a block depends on it, unknown blocks.
 *
 * @param intake the latest signed intake
 * @param pswq latest total, 16..80
 * @param bai latest total, 0..63
 * @param pcl5 latest total, 0..80
 * @param improvementPercent of the primary endpoint since baseline, positive = better
 * @param suicideRisk latest C-SSRS
 * @param stabilized the stabilization step before EMDR is done
 */
public record ModalityInputs(
        IntakeContent intake,
        Integer pswq,
        Integer bai,
        Integer pcl5,
        BigDecimal improvementPercent,
        Dissociation dissociation,
        SuicideRisk suicideRisk,
        boolean stabilized) {

    /** Whether a dissociative disorder was looked for, found, and reviewed by a physician. */
    public enum Dissociation { NOT_SCREENED, ABSENT, UNREVIEWED, REVIEWED }

    /** Never what was found: records end up in logs. */
    @Override
    public String toString() {
        return "ModalityInputs[withheld]";
    }
}
