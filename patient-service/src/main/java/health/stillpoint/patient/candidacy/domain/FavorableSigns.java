package health.stillpoint.patient.candidacy.domain;

import health.stillpoint.patient.candidacy.domain.CandidacyRule.RuleClass;
import health.stillpoint.patient.candidacy.domain.CandidacyRule.RuleOutcome;
import health.stillpoint.patient.intake.domain.IntakeContent;
import health.stillpoint.patient.intake.domain.Nature;
import health.stillpoint.patient.treatment.domain.Resistance;
import java.util.List;
import java.util.Set;

/** Favorable reason codes of programme.md section 6 (S): they inform, and never override anything. */
record FavorableSigns(CandidacyLimits limits) {

    /** @param intake null while none is signed */
    List<CandidacyRule> of(IntakeContent intake, Resistance resistance, boolean cannotWait) {
        Set<Nature> dominant = intake == null || intake.nature() == null
                ? Set.of()
                : intake.nature().dominant(limits.prominentNature());
        return List.of(
                sign("FAV_TREATMENT_RESISTANT", resistance.stage() > 0),
                sign("FAV_TRAUMA_ROOTED", intake != null && isTraumaRooted(intake.traumaOrigin())),
                sign("FAV_RIGID_THOUGHT", dominant.contains(Nature.COGNITIVE)),
                sign("FAV_SOMATIC_DOMINANT", dominant.contains(Nature.SOMATIC)),
                sign("FAV_CRISIS_NEED_FAST_RELIEF", cannotWait));
    }

    private boolean isTraumaRooted(IntakeContent.TraumaOrigin origin) {
        if (origin == null) {
            return false;
        }
        return switch (origin.level()) {
            case CLEAR -> true;
            case SUSPECTED -> origin.suds() != null && origin.suds() >= limits.traumaDistress();
            case NONE -> false;
        };
    }

    private static CandidacyRule sign(String code, boolean there) {
        return CandidacyRule.plain(code, RuleClass.FAVORABLE, there ? RuleOutcome.FIRED : RuleOutcome.CLEAR, "informs only", null,
                "programme.md section 6 (S)");
    }
}
