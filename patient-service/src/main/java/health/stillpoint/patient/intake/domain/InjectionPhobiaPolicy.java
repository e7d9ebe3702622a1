package health.stillpoint.patient.intake.domain;

import health.stillpoint.patient.intake.domain.IntakeContent.PrimaryDiagnosis;

/**
 * Whether the first route may be an injection: not with injection phobia, unless the patient asks for it (programme.md
 * section 2.1, P). A specific phobia whose kind is not said may be one (our own: unknown means no).
 */
public final class InjectionPhobiaPolicy {

    private static final String INJECTIONS_AND_TRANSFUSIONS = "F40.231";

    private InjectionPhobiaPolicy() { }

    /** Whether the diagnosis is, or may be, a phobia of injections. */
    public static boolean mayFearInjections(PrimaryDiagnosis diagnosis) {
        if (diagnosis == null || diagnosis.code() != Diagnosis.SPECIFIC_PHOBIA) {
            return false;
        }
        return diagnosis.icd10() == null
                || diagnosis.icd10().equals(Diagnosis.SPECIFIC_PHOBIA.icd10())
                || diagnosis.icd10().equals(INJECTIONS_AND_TRANSFUSIONS);
    }

    public static boolean forbidsInjectionFirst(IntakeContent intake) {
        return mayFearInjections(intake.primaryDiagnosis()) && !Boolean.TRUE.equals(intake.injectionRequested());
    }
}
