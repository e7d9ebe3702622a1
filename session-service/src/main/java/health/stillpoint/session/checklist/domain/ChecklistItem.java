package health.stillpoint.session.checklist.domain;

/** The rows of the pre-dose checklist, dosing section 4 (docs/clinical-sources.md#pre-dose-checklist). */
public enum ChecklistItem {
    CONSENT,
    IDENTITY_AND_WEIGHT,
    PREVIOUS_INTEGRATION,
    OPEN_HOLDS,
    CSSRS,
    ASRM,
    BLOOD_PRESSURE,
    HEART_RATE,
    OXYGEN_SATURATION,
    RESPIRATORY_RATE,
    TEMPERATURE,
    MOAAS,
    SUDS,
    FASTING_SOLIDS,
    FASTING_CLEAR_FLUIDS,
    ALCOHOL,
    CANNABIS_OR_OTHER_DRUGS,
    BENZODIAZEPINE_OR_Z_DRUG,
    STIMULANT,
    THEOPHYLLINE,
    PREGNANCY_TEST,
    NEW_MEDICATION_OR_DIAGNOSIS,
    URINARY_SYMPTOMS,
    ESCORT,
    FALL_PRECAUTIONS,
    EQUIPMENT,
    STAFF,
    IV_ACCESS,
    DOUBLE_CHECK
}
