package health.stillpoint.patient.candidacy;

import health.stillpoint.patient.ClinicLimits;
import health.stillpoint.patient.candidacy.domain.CandidacyPolicy;
import health.stillpoint.patient.intake.IntakeConfig;
import health.stillpoint.patient.programme.ProgrammeConfig;
import health.stillpoint.patient.screening.ScreeningConfig;
import health.stillpoint.patient.screening.ScreeningPolicies;
import health.stillpoint.patient.treatment.TreatmentConfig;
import jakarta.enterprise.context.ApplicationScoped;

/** The decision rules with each clinic's numbers. */
@ApplicationScoped
class CandidacyPolicies {

    private final ScreeningPolicies screening;
    private final ClinicLimits limits;

    CandidacyPolicies(ScreeningPolicies screening, ClinicLimits limits) {
        this.screening = screening;
        this.limits = limits;
    }

    CandidacyPolicy ofThisClinic() {
        return new CandidacyPolicy(screening.ofThisClinic(), limits.of(ScreeningConfig.class), limits.of(IntakeConfig.class),
                limits.of(TreatmentConfig.class), limits.of(CandidacyConfig.class), limits.of(ProgrammeConfig.class));
    }
}
