package health.stillpoint.patient.candidacy;

import health.stillpoint.patient.candidacy.domain.CandidacyPolicy;
import health.stillpoint.patient.intake.IntakeConfig;
import health.stillpoint.patient.screening.ScreeningConfig;
import health.stillpoint.patient.screening.domain.ScreeningPolicy;
import health.stillpoint.patient.treatment.TreatmentConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The decision rules with this clinic software's numbers. */
class CandidacyPolicies {

    @Produces
    @Singleton
    CandidacyPolicy policy(ScreeningPolicy screening, ScreeningConfig screeningLimits, IntakeConfig intakeLimits,
            TreatmentConfig treatmentLimits, CandidacyConfig limits) {
        return new CandidacyPolicy(screening, screeningLimits, intakeLimits, treatmentLimits, limits);
    }
}
