package health.stillpoint.patient.intake.domain;

import java.util.List;

/**
 * What the intake evaluation found (programme.md section 2). A part is null while the draft does not say it yet.
 *
 * @param fearOfLosingControl 0..10, 10 = cannot bear it
 * @param comfortWithAlteredStates 0..10, 10 = comfortable
 * @param lowStartRequested the patient asks to begin low
 * @param injectionRequested the patient asks for an injection although they fear it
 */
public record IntakeContent(
        PrimaryDiagnosis primaryDiagnosis,
        List<Comorbidity> comorbidities,
        NatureRatings nature,
        List<Trigger> triggers,
        TraumaOrigin traumaOrigin,
        IntrusiveImagery intrusiveImagery,
        List<ProtectivePart> protectiveParts,
        Integer fearOfLosingControl,
        Integer comfortWithAlteredStates,
        PriorAlteredState priorAlteredState,
        List<AdaptiveAnxiety> adaptiveAnxiety,
        Support support,
        String identityThemes,
        Expectations expectations,
        Severity severity,
        Boolean lowStartRequested,
        Boolean injectionRequested,
        Measures measures) {

    public IntakeContent {
        comorbidities = comorbidities == null ? List.of() : List.copyOf(comorbidities);
        triggers = triggers == null ? List.of() : List.copyOf(triggers);
        protectiveParts = protectiveParts == null ? List.of() : List.copyOf(protectiveParts);
        adaptiveAnxiety = adaptiveAnxiety == null ? List.of() : List.copyOf(adaptiveAnxiety);
    }

    /**
     * @param confirmed a clinician has confirmed the diagnosis, not only suspected it
     * @param icd10 the finer code where one exists, such as F40.231 for injection phobia
     */
    public record PrimaryDiagnosis(Diagnosis code, boolean confirmed, String icd10) { }

    /** What sets the anxiety off. {@code suds} = subjective units of distress, 0..10. */
    public record Trigger(TriggerCategory category, String text, Integer suds, Avoidance avoided) { }

    public enum TriggerCategory {
        SOCIAL_EVALUATION, PERFORMANCE, CROWDS, ENCLOSED_SPACE, TRAVEL, BODY_SENSATIONS, HEALTH, FINANCES,
        RELATIONSHIPS, WORK, OBJECT_OR_ANIMAL, MEDICAL, UNCERTAINTY, OTHER
    }

    public enum Avoidance { NEVER, SOMETIMES, ALWAYS }

    /** Whether the anxiety began with an event. {@code suds} = how distressing it still is, 0..10. */
    public record TraumaOrigin(TraumaLevel level, TraumaEvent event, Integer ageAtEvent, Integer suds) { }

    public enum TraumaLevel { NONE, SUSPECTED, CLEAR }

    public enum TraumaEvent { MEDICAL_EMERGENCY, HUMILIATION, CHILDHOOD_INSTABILITY, ASSAULT, ACCIDENT, LOSS, OTHER }

    /** Pictures that come unasked. {@code vividness} and {@code suds} 0..10. */
    public record IntrusiveImagery(
            boolean present, ImageryKind kind, Integer timesPerWeek, Integer vividness, Integer suds) { }

    public enum ImageryKind { FEARED_OUTCOME, PAST_EVENT, BOTH }

    /** A part that protects the patient, named as the patient names it. */
    public record ProtectivePart(String name, PartRole role, String burden) { }

    public enum PartRole { SCANNER, AVOIDER, WORRIER, CONTROLLER, CRITIC, OTHER }

    public enum PriorAlteredState { NONE, NEUTRAL, GOOD, BAD }

    /** An anxiety patient and therapist agree to keep: a realistic danger signal, never an exposure target. */
    public record AdaptiveAnxiety(TriggerCategory category, String text) { }

    /** What stands around the patient after a dose. */
    public record Support(
            boolean escortAvailable,
            boolean adultAtHomeFirstNight,
            boolean livesAlone,
            boolean therapistInPlace,
            boolean stableHousing) {

        /** 0..4: one for each yes, living alone not counted (programme.md section 2.4). */
        public int score() {
            return (escortAvailable ? 1 : 0) + (adultAtHomeFirstNight ? 1 : 0)
                    + (therapistInPlace ? 1 : 0) + (stableHousing ? 1 : 0);
        }
    }

    /** {@code CURE} asks for a recorded conversation before consent: "a tool, not a cure" (programme.md section 2.4). */
    public record Expectations(Expectation expects, boolean conversationRecorded) {

        public boolean needConversation() {
            return expects == Expectation.CURE && !conversationRecorded;
        }
    }

    public enum Expectation { CURE, STRONG_HELP, SOME_HELP, UNSURE }

    /**
     * @param cgiSeverity CGI-S, 1..7
     * @param sheehanDisability SDS total, 0..30, where taken
     */
    public record Severity(Integer cgiSeverity, Score primaryEndpoint, Integer sheehanDisability) { }

    /** A total of an instrument of the catalog. */
    public record Score(String instrument, int total) { }

    /**
     * Totals that other rules look at, where taken: PSWQ 16..80, BAI 0..63, LSAS avoidance 0..72, PCL-5 0..80,
     * PDSS-SR item 5 (interoceptive fear) 0..4, CADSS at rest 0..92.
     */
    public record Measures(
            Integer pswq, Integer bai, Integer lsasAvoidance, Integer pcl5, Integer pdssItem5, Integer cadssAtRest) {

        public static final Measures NONE = new Measures(null, null, null, null, null, null);
    }

    public Measures measuresOrNone() {
        return measures == null ? Measures.NONE : measures;
    }

    /** Never what was found: records end up in logs. */
    @Override
    public String toString() {
        return "IntakeContent[withheld]";
    }
}
