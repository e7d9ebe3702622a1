package health.stillpoint.session.adverseevent.domain;

/**
 * What the harm is called: the terms of CTCAE v5 that dosing section 7 grades, and the events that are medically important by
 * themselves (the same section, "Serious").
 */
public enum AdverseEventTerm {
    NAUSEA,
    VOMITING,
    DIZZINESS,
    HEADACHE,
    HYPERTENSION,
    SINUS_TACHYCARDIA,
    HYPOXIA,
    DEPRESSED_CONSCIOUSNESS,
    HALLUCINATION,
    ANXIETY,
    CONFUSION,
    AGITATION,
    SUICIDAL_IDEATION,
    CYSTITIS,
    LIVER_ENZYMES_RAISED,
    SEIZURE,
    SUICIDE_ATTEMPT,
    ANAPHYLAXIS,
    LOSS_OF_CONSCIOUSNESS,
    /** Anything else, in words. */
    OTHER;

    /** Serious whatever its grade. */
    public boolean medicallyImportant() {
        return switch (this) {
            case SEIZURE, SUICIDE_ATTEMPT, ANAPHYLAXIS, LOSS_OF_CONSCIOUSNESS -> true;
            case NAUSEA, VOMITING, DIZZINESS, HEADACHE, HYPERTENSION, SINUS_TACHYCARDIA, HYPOXIA, DEPRESSED_CONSCIOUSNESS, HALLUCINATION,
                    ANXIETY, CONFUSION, AGITATION, SUICIDAL_IDEATION, CYSTITIS, LIVER_ENZYMES_RAISED, OTHER -> false;
        };
    }
}
